//! Tests of pages, feeds and API through the router, on fresh stores and on one instance with the whole starter corpus.

mod account;
mod api;
mod care;
mod contribute;
mod faults;
mod html;
mod language;
mod machines;
mod matching;
mod openid;
mod pages;
mod people;
mod properties;
mod review;
mod safety;
mod searching;
mod security;
mod signing_in;
mod withdrawal;
mod world;
