package pl.dziennik.synergia.demo;

/** The steps of making the demo school, in their order; each is one transaction. */
enum DemoStep {
  SCHOOL,
  PEOPLE,
  TEACHING,
  TIMETABLE,
  LESSONS,
  GRADES,
  ACCOUNTS
}
