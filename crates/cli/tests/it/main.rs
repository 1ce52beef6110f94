//! Tests of the program as it is run: real processes on temporary folders.

mod admin;
mod attach;
mod backup;
mod check;
mod concepts;
mod export;
mod import;
mod kill;
mod serve;
mod settings;
mod sheets;
mod support;
mod withdraw;
