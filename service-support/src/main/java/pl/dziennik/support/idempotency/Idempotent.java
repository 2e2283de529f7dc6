package pl.dziennik.support.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that creates and returns {@code jakarta.ws.rs.core.Response}: an {@code
 * Idempotency-Key} header makes a repeat answer the first's status, {@code Location} and id for 24
 * hours; another body is 422, one still running 409. Without the header nothing changes.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
