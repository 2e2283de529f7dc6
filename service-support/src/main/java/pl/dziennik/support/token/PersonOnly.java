package pl.dziennik.support.token;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is for persons; so is every operation that says nothing. Naming clients narrows it
 * to tokens of these; a client that is named anywhere by {@link #exclusive} opens nothing else.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonOnly {
  /** {@code azp} values; empty: any client of persons but the exclusive ones. */
  String[] exclusive() default {};
}
