package pl.dziennik.synergia.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.token.Caller;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Rights are rows: looked up at every request, so a long session is never a long right. */
@ForAccount
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
public class AccountGate {
  private final Caller caller;
  private final CurrentSchool school;
  private final SignedIn signedIn;
  private final AccountAccess access;

  @Inject
  AccountGate(Caller caller, CurrentSchool school, SignedIn signedIn, AccountAccess access) {
    this.caller = caller;
    this.school = school;
    this.signedIn = signedIn;
    this.access = access;
  }

  @AroundInvoke
  @Nullable Object check(InvocationContext invocation) throws Exception {
    ForAccount rule = rule(invocation);
    UUID schoolId = caller.schoolId().orElseThrow(AccountGate::noAccount);
    school.enter(schoolId);
    AccountAccess.Account account =
        access
            .find(caller.subject(), List.of(rule.roles()), rule.beforeRegulations())
            .orElseThrow(AccountGate::noAccount);
    signedIn.as(account);
    return invocation.proceed();
  }

  private static ForAccount rule(InvocationContext invocation) {
    ForAccount onMethod = invocation.getMethod().getAnnotation(ForAccount.class);
    return onMethod != null
        ? onMethod
        : invocation.getMethod().getDeclaringClass().getAnnotation(ForAccount.class);
  }

  private static Problem noAccount() {
    return Problem.forbidden("no-account", "There is no enabled account of yours in this school.");
  }
}
