-- The gradebook: who teaches what, grades, lessons with attendance, the timetable. A teacher is a staff member
-- with a teaching assignment: the right is the row.

create table subjects (
  school_id  uuid not null references schools,
  id         uuid not null,
  name       text collate "pl-x-icu" not null check (length(name) between 1 and 100),
  short_name text not null check (length(short_name) between 1 and 20),
  primary key (school_id, id),
  unique (school_id, name)
);

create table teaching_assignments (
  school_id  uuid not null references schools,
  id         uuid not null,
  teacher_id uuid not null,
  subject_id uuid not null,
  class_id   uuid not null,
  primary key (school_id, id),
  unique (school_id, teacher_id, subject_id, class_id),
  foreign key (school_id, teacher_id) references staff_members,
  foreign key (school_id, subject_id) references subjects,
  foreign key (school_id, class_id) references classes
);
create index teaching_assignments_by_class on teaching_assignments (school_id, class_id, subject_id);

-- Without an owner a category is the whole school's.
create table grade_categories (
  school_id uuid not null references schools,
  id        uuid not null,
  owner_id  uuid,
  name      text collate "pl-x-icu" not null check (length(name) between 1 and 100),
  weight    int not null check (weight between 0 and 100),
  counted   boolean not null,
  color     text not null check (color ~ '^#[0-9A-F]{6}$'),
  primary key (school_id, id),
  foreign key (school_id, owner_id) references staff_members
);
create unique index grade_categories_by_name
  on grade_categories (school_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'::uuid), name);

-- `since`: when this revision became visible to families, read under the document's row lock.
create table grades (
  school_id      uuid not null references schools,
  id             uuid not null,
  pupil_id       uuid not null,
  class_id       uuid not null,
  subject_id     uuid not null,
  teacher_id     uuid not null,
  category_id    uuid not null,
  school_year_id uuid not null,
  term           int not null check (term in (1, 2)),
  value          text not null check (value ~ '^([1-6][+-]?|np|bz|nb|nk|zw|zal|nzal|uc|nu|[+]|-|0)$'),
  weight         int not null check (weight between 0 and 100),
  counted        boolean not null,
  kind           text not null
    check (kind in ('CURRENT', 'MID_YEAR_PROPOSED', 'MID_YEAR', 'YEARLY_PROPOSED', 'YEARLY', 'FINAL')),
  comment        text not null check (length(comment) <= 1000),
  graded_on      date not null,
  corrected_from text not null default '',
  revision       int not null check (revision > 0),
  since          timestamptz not null,
  withdrawn_at   timestamptz,
  primary key (school_id, id),
  foreign key (school_id, pupil_id) references pupils,
  foreign key (school_id, class_id) references classes,
  foreign key (school_id, subject_id) references subjects,
  foreign key (school_id, teacher_id) references staff_members,
  foreign key (school_id, category_id) references grade_categories,
  foreign key (school_id, school_year_id) references school_years
);
create index grades_by_pupil on grades (school_id, pupil_id, school_year_id, term);
create index grades_by_class on grades (school_id, class_id, subject_id);

-- Every state a grade has had, with its author; rows are only added.
create table grade_revisions (
  school_id  uuid not null references schools,
  grade_id   uuid not null,
  revision   int not null,
  value      text not null,
  weight     int not null,
  comment    text not null,
  withdrawn  boolean not null,
  author_id  uuid not null,
  at         timestamptz not null,
  primary key (school_id, grade_id, revision),
  foreign key (school_id, grade_id) references grades
);

-- Entering the topic confirms in law that the lesson was held: who and when stay.
create table lessons (
  school_id   uuid not null references schools,
  id          uuid not null,
  class_id    uuid not null,
  subject_id  uuid not null,
  teacher_id  uuid not null,
  held_on     date not null,
  number      int not null check (number between 0 and 15),
  topic       text not null check (length(topic) between 1 and 500),
  recorded_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, class_id, held_on, number, teacher_id),
  foreign key (school_id, class_id) references classes,
  foreign key (school_id, subject_id) references subjects,
  foreign key (school_id, teacher_id) references staff_members
);
create index lessons_by_teacher on lessons (school_id, teacher_id, held_on);

create table attendance_marks (
  school_id uuid not null references schools,
  id        uuid not null,
  lesson_id uuid not null,
  pupil_id  uuid not null,
  code      text not null check (code in ('ob', 'nb', 'u', 'sp', 'su', 'zw', 'ns')),
  revision  int not null check (revision > 0),
  since     timestamptz not null,
  primary key (school_id, id),
  unique (school_id, lesson_id, pupil_id),
  foreign key (school_id, lesson_id) references lessons,
  foreign key (school_id, pupil_id) references pupils
);
-- A presence is no news: families' documents hold the other codes only.
create index attendance_marks_by_pupil on attendance_marks (school_id, pupil_id) where code <> 'ob';

create table bell_times (
  school_id uuid not null references schools,
  number    int not null check (number between 0 and 15),
  starts_at time not null,
  ends_at   time not null,
  primary key (school_id, number),
  check (starts_at < ends_at)
);

-- No lessons on these days; the plan itself stays.
create table free_days (
  school_id uuid not null references schools,
  day       date not null,
  name      text not null check (length(name) between 1 and 100),
  primary key (school_id, day)
);

create table timetable_plans (
  school_id   uuid not null references schools,
  id          uuid not null,
  class_id    uuid not null,
  weekday     int not null check (weekday between 1 and 7),
  number      int not null check (number between 0 and 15),
  subject_id  uuid not null,
  teacher_id  uuid not null,
  room        text not null check (length(room) <= 20),
  valid_from  date not null,
  valid_until date not null,
  revision    int not null check (revision > 0),
  since       timestamptz not null,
  primary key (school_id, id),
  check (valid_from <= valid_until),
  foreign key (school_id, class_id) references classes,
  foreign key (school_id, subject_id) references subjects,
  foreign key (school_id, teacher_id) references staff_members
);
create index timetable_plans_by_class on timetable_plans (school_id, class_id, weekday);
create index timetable_plans_by_teacher on timetable_plans (school_id, teacher_id, weekday);

-- How far the making of the demo school has come, so that it can be taken up again.
create table demo_steps (
  school_id   uuid not null references schools,
  step        text not null,
  finished_at timestamptz not null,
  primary key (school_id, step)
);

do $$
declare
  name text;
begin
  foreach name in array array['subjects', 'teaching_assignments', 'grade_categories', 'grades', 'grade_revisions',
    'lessons', 'attendance_marks', 'bell_times', 'free_days', 'timetable_plans', 'demo_steps']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to synergia_owner using (true) with check (true)', name);
    execute format('create policy own_school on %I to synergia_app'
      ' using (school_id = (select nullif(current_setting(''app.school'', true), '''')::uuid))'
      ' with check (school_id = (select nullif(current_setting(''app.school'', true), '''')::uuid))', name);
    execute format('grant select, insert, update, delete on %I to synergia_app', name);
  end loop;
  -- What the renderers of GRADES, ATTENDANCE and TIMETABLE read, and nothing more.
  foreach name in array array['subjects', 'grade_categories', 'grades', 'lessons', 'attendance_marks', 'bell_times',
    'free_days', 'timetable_plans', 'school_years', 'staff_members']
  loop
    execute format('create policy gradebook_renderers on %I for select to synergia_relay using (true)', name);
    execute format('grant select on %I to synergia_relay', name);
  end loop;
end $$;
revoke update, delete on grade_revisions from synergia_app;
