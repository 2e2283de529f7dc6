package pl.dziennik.synergia.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.token.Caller;

/** The role in the token is not enough: the operator must be a row as well. */
@ForOperator
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
public class OperatorGate {
  private final Caller caller;
  private final Operators operators;

  @Inject
  OperatorGate(Caller caller, Operators operators) {
    this.caller = caller;
    this.operators = operators;
  }

  @AroundInvoke
  @Nullable Object check(InvocationContext invocation) throws Exception {
    if (!caller.hasRole("OPERATOR") || !operators.contains(caller.issuer(), caller.subject())) {
      throw Problem.forbidden("forbidden", "This is for the platform's operators.");
    }
    return invocation.proceed();
  }
}
