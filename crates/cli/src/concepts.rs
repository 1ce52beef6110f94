//! `ayni concepts`: the concept table as lines of text, out and in, and what a term means in it.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Write, stdin};
use std::path::{Path, PathBuf};

use ayni_domain::Locale;
use ayni_domain::concept::Concept;
use ayni_domain::fold::words;
use clap::{Args, Subcommand};

use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::{complain, say};
use crate::settings::{Common, Settings};
use crate::signature::{Signing, sign};

/// Subcommands of `ayni concepts`.
#[derive(Debug, Subcommand)]
pub enum ConceptsCommand {
    Export(ExportArgs),
    Import(ImportArgs),
    Find(FindArgs),
}

/// Write the table in force, one line a concept.
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[command(flatten)]
    common: Common,
    /// File to write; standard output when none is named
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Add or replace concepts: one line each, as `ayni concepts export` writes them; others stay as they are.
///
/// With one wrong line nothing is taken; every wrong line is named with its number. Running servers follow, and build their index anew.
#[derive(Debug, Args)]
pub struct ImportArgs {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    signing: Signing,
    /// File to read; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Show the concepts that have a term, in any of the seven languages.
#[derive(Debug, Args)]
pub struct FindArgs {
    #[command(flatten)]
    common: Common,
    /// A term, or part of one, in any of the seven languages
    #[arg(value_name = "TERM")]
    term: String,
}

impl ConceptsCommand {
    /// The flags that all commands have.
    pub const fn common(&self) -> &Common {
        match self {
            Self::Export(args) => &args.common,
            Self::Import(args) => &args.common,
            Self::Find(args) => &args.common,
        }
    }
}

/// Runs a subcommand.
pub async fn run(settings: &Settings, command: ConceptsCommand) -> Result<Outcome, Failure> {
    match command {
        ConceptsCommand::Export(args) => export(settings, args).await,
        ConceptsCommand::Import(args) => import(settings, args).await,
        ConceptsCommand::Find(args) => find(settings, &args.term).await,
    }
}

async fn export(settings: &Settings, args: ExportArgs) -> Result<Outcome, Failure> {
    let concepts = instance::open(settings).await?.concepts().await?;
    let text: String = concepts.iter().map(|concept| format!("{concept}\n")).collect();
    match args.file.filter(|file| file.as_os_str() != "-") {
        Some(file) => std::fs::write(&file, text).map_err(Failure::io(&file))?,
        None => drop(std::io::stdout().lock().write_all(text.as_bytes())), // who reads may have seen enough
    }
    complain(format_args!("exported {} concepts", concepts.len()));
    Ok(Outcome::Done)
}

async fn import(settings: &Settings, args: ImportArgs) -> Result<Outcome, Failure> {
    let signature = sign(settings, args.signing)?;
    let name = args.file.display().to_string();
    let text = read(&args.file)?;
    let store = instance::open_or_begin(settings).await?;
    let tx = store.begin().await?; // first the right to write: the table in force stays the one in force
    let in_force = store.concepts().await?;
    let concepts = match check(&text, &in_force) {
        Ok(concepts) => concepts,
        Err(wrong) => {
            for (line, problem) in &wrong {
                complain(format_args!("{name}:{line}: {problem}"));
            }
            say(format_args!("{} wrong lines; nothing was taken", wrong.len()));
            return Ok(Outcome::Findings);
        }
    };
    let changed = tx.save_concepts(&in_force, &concepts, &signature).await?;
    tx.commit().await?;
    say(format_args!("{changed} concepts changed, {} unchanged", concepts.len() - changed));
    store.close().await?;
    Ok(Outcome::Done)
}

fn read(file: &Path) -> Result<String, Failure> {
    if file.as_os_str() != "-" {
        return std::fs::read_to_string(file).map_err(Failure::io(file));
    }
    let mut text = String::new();
    stdin().read_to_string(&mut text).map_err(Failure::io(Path::new("standard input")))?;
    Ok(text)
}

/// The concepts of a text, or every line that is wrong, with its number. Blank lines are passed over.
fn check(text: &str, in_force: &[Concept]) -> Result<Vec<Concept>, Vec<(usize, String)>> {
    let (mut concepts, mut wrong) = (Vec::new(), Vec::new());
    let mut first_at: HashMap<String, usize> = HashMap::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match Concept::parse(line) {
            Ok(concept) => match first_at.insert(concept.id.to_string(), number) {
                Some(first) => wrong.push((number, format!("`{}` stands in line {first} already", concept.id))),
                None => concepts.push((number, concept)),
            },
            Err(error) => wrong.push((number, error.to_string())),
        }
    }
    let known: HashSet<&str> = in_force.iter().map(|concept| concept.id.as_str()).chain(first_at.keys().map(String::as_str)).collect();
    for (number, concept) in &concepts {
        if let Some(broader) = concept.broader.as_ref().filter(|broader| !known.contains(broader.as_str()) || **broader == concept.id) {
            wrong.push((*number, format!("the broader concept `{broader}` is none, or the same one")));
        }
    }
    wrong.sort();
    if wrong.is_empty() { Ok(concepts.into_iter().map(|(_, concept)| concept).collect()) } else { Err(wrong) }
}

async fn find(settings: &Settings, term: &str) -> Result<Outcome, Failure> {
    let wanted = words(term);
    let table = if instance::is_there(settings) { instance::open(settings).await?.concepts().await? } else { ayni_domain::concept::starter() };
    let mut found = 0;
    for concept in table.iter().filter(|concept| !wanted.is_empty() && has_term(concept, &wanted)) {
        say(concept);
        found += 1;
    }
    complain(format_args!("{found} of {} concepts have this term", table.len()));
    Ok(Outcome::Done)
}

/// Whether a term in any language, or the id, has these words one after another.
fn has_term(concept: &Concept, wanted: &[String]) -> bool {
    let terms = Locale::ALL.iter().flat_map(|locale| &concept.terms[locale.index()]).map(String::as_str);
    terms.chain([concept.id.as_str()]).any(|term| {
        let own = words(term);
        // Chinese has no spaces between words: there a part of a word counts.
        own.windows(wanted.len()).any(|part| part == wanted)
            || (!wanted[0].is_ascii() && wanted.len() == 1 && own.iter().any(|w| w.contains(&wanted[0])))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, broader: &str, english: &str) -> String {
        format!("{id} | {broader} | en: {english} | fr: quipou | es: quipu | pt: quipo | ar: كيبو | zh: 结绳记事 | ru: кипу\n")
    }

    fn check_lines(text: &str, expected: Result<usize, &[(usize, &str)]>) {
        let in_force = [Concept::parse(line("cord", "", "cord").trim()).expect("a concept")];
        match (check(text, &in_force), expected) {
            (Ok(concepts), Ok(count)) => assert_eq!(concepts.len(), count),
            (Err(wrong), Err(expected)) => assert_eq!(wrong.iter().map(|(n, p)| (*n, p.as_str())).collect::<Vec<_>>(), expected),
            (got, _) => panic!("{got:?}"),
        }
    }

    #[test]
    fn every_wrong_line_is_named() {
        check_lines("", Ok(0));
        check_lines(&format!("\u{feff}{}\n{}", line("quipu", "^cord", "quipu"), line("knot", "^quipu", "knot")), Ok(2));
        check_lines(&format!("{}{}", line("a", "", "a"), line("a", "", "b")), Err(&[(2, "`a` stands in line 1 already")]));
        check_lines(
            &format!("oops\n\n{}{}", line("quipu", "^rope", "quipu"), line("knot", "^knot", "knot")),
            Err(&[
                (1, "a line has an id, marks, and en, fr, es, pt, ar, zh, ru, separated by ` | `; it has 1 parts"),
                (3, "the broader concept `rope` is none, or the same one"),
                (4, "the broader concept `knot` is none, or the same one"),
            ]),
        );
    }

    #[test]
    fn a_term_is_found_by_its_words_in_any_language() {
        let concept = Concept::parse(line("quipu", "", "knotted cord").trim()).expect("a concept");
        for (term, expected) in [("Knotted", true), ("knotted CORD", true), ("knot", false), ("quipou", true), ("记事", true), ("кипу", true)] {
            assert_eq!(has_term(&concept, &words(term)), expected, "{term}");
        }
    }
}
