//! The product tested from outside: through its real routes, on both engines. One binary, because each extra one
//! links everything again.

mod architecture;
mod desk;
mod once_only;
mod sink;
mod support;
