//! The product tested from outside: through its real routes, on both engines. One binary, because each extra one
//! links everything again.

mod access;
mod architecture;
mod boards;
mod desk;
mod hostile;
mod meetings;
mod once_only;
mod people;
mod replan;
mod sink;
mod support;
mod texts;
mod two_tabs;
mod world;
