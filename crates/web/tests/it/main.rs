//! Tests of pages, feeds and API through the router, on fresh stores and on one instance with the whole starter corpus.

mod account;
mod admin;
mod api;
mod attacks;
mod care;
mod contribute;
mod data;
mod faults;
mod html;
mod language;
mod machines;
mod matching;
mod notices;
mod pages;
mod people;
mod privacy;
mod profile;
mod properties;
mod review;
mod safety;
mod searching;
mod settings;
mod translate;
mod unused;
mod withdrawal;
mod world;
