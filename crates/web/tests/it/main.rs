//! Tests of pages, feeds and API through the router, on fresh stores and on one instance with the whole starter corpus.

mod account;
mod adoption;
mod api;
mod care;
mod contribute;
mod faults;
mod html;
mod language;
mod machines;
mod matching;
mod pages;
mod people;
mod properties;
mod review;
mod safety;
mod searching;
mod speakers;
mod withdrawal;
mod world;
