//! The product tested from outside: through its real routes, on both engines. One binary, because each extra one
//! links everything again.

mod access;
mod architecture;
mod boards;
mod browser;
mod calendar_feed;
mod calendar_files;
mod calendar_lines;
mod cases;
mod clearance;
mod compose;
mod desk;
mod digest;
mod forwarded;
mod hostile;
mod import;
mod keeping;
mod killed;
mod meetings;
mod migrations;
mod notices;
mod once_only;
mod people;
mod postbox;
mod program;
mod replan;
mod replies;
mod settings;
mod sink;
mod smtp;
mod support;
mod texts;
mod two_tabs;
mod wording;
mod world;
mod year_plan;
