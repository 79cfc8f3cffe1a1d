//! The product tested from outside: through its real routes, on both engines. One binary, because each extra one
//! links everything again.

mod architecture;
mod boards;
mod browser;
mod desk;
mod meetings;
mod once_only;
mod people;
mod replan;
mod sink;
mod support;
