package pl.dziennik.synergia.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is for people with an enabled account in the school that their token names, who
 * have accepted the school's regulations in force.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForAccount {
  /** One of these staff roles is needed; empty: any account. */
  @Nonbinding
  StaffRole[] roles() default {};

  /** True for the few operations that come before the acceptance of the regulations. */
  @Nonbinding
  boolean beforeRegulations() default false;
}
