//! Reading a workbook: its sheets, their cells, and what number formats say about dates.
//!
//! No library is used for this. The usual one reserves room for as many strings as the file claims to have, so that a file of five
//! kilobytes ends the whole process; here nothing is reserved and everything is counted.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use quick_xml::events::{BytesStart, Event};

use super::package::{Package, Relationship, Words, attribute, damaged, next, reader};
use crate::sheet::cell::Cell;
use crate::sheet::limit;
use crate::sheet::read::{Budget, Grid, GridRow, ReadError, within};

/// How much of a date the format of a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    Year,
    Month,
    Day,
}

/// What all sheets of a workbook share.
struct Shared {
    strings: Vec<Arc<str>>,
    /// By number of the cell format: what it shows of a date, where it shows one.
    formats: Vec<Option<Shows>>,
    /// Day 0 of the numbers that stand for dates.
    epoch: Date,
}

/// Reads the cells of all sheets that hold something.
pub(in crate::sheet) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Grid>, ReadError> {
    let mut package = Package::open(bytes)?;
    let root = package.relationships("")?;
    let workbook = root.into_iter().find(|relationship| relationship.role == "officeDocument");
    let workbook = workbook.ok_or(ReadError::NoSheet("is an archive, but no workbook (XLSX)"))?.path;
    let parts = package.relationships(&workbook)?;
    let xml = package.part(&workbook)?.ok_or_else(|| damaged("the workbook is missing"))?;
    let (sheets, is_1904) = read_workbook(&xml)?;
    within(sheets.len(), limit::SHEETS, "sheets")?;
    let epoch = if is_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    let shared = Shared { strings: read_strings(&mut package, &parts)?, formats: read_formats(&mut package, &parts)?, epoch };
    let mut grids = Vec::new();
    for (name, id) in sheets {
        let Some(part) = parts.iter().find(|part| part.id == id && part.role == "worksheet") else { continue }; // a chart
        let xml = package.part(&part.path)?.ok_or_else(|| damaged(format!("sheet {name} is missing")))?;
        grids.push(Grid { sheet: Some(name.into()), rows: read_sheet(&xml, &shared, budget)? });
    }
    Ok(grids)
}

/// Names and relationships of the sheets; whether dates are counted from 1904.
fn read_workbook(xml: &str) -> Result<(Vec<(String, String)>, bool), ReadError> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    let mut reader = reader(xml);
    while let Some(event) = next(&mut reader)? {
        let Event::Start(start) = event else { continue };
        match start.local_name().as_ref() {
            b"workbookPr" => is_1904 = attribute(&start, "date1904").is_some_and(|value| value == "1" || value == "true"),
            b"sheet" => sheets.extend(attribute(&start, "name").zip(relationship_id(&start))),
            _ => {}
        }
    }
    Ok((sheets, is_1904))
}

/// `r:id`, whatever the prefix; a sheet has no other attribute of this local name.
fn relationship_id(start: &BytesStart<'_>) -> Option<String> {
    attribute(start, "id")
}

fn part(package: &mut Package<'_>, parts: &[Relationship], role: &str) -> Result<Option<String>, ReadError> {
    parts.iter().find(|part| part.role == role).map_or(Ok(None), |part| package.part(&part.path))
}

fn read_strings(package: &mut Package<'_>, parts: &[Relationship]) -> Result<Vec<Arc<str>>, ReadError> {
    let Some(xml) = part(package, parts, "sharedStrings")? else { return Ok(Vec::new()) };
    let (mut strings, mut words) = (Vec::new(), Words::default());
    let mut reader = reader(&xml);
    while let Some(event) = next(&mut reader)? {
        words.event(&event, "");
        match event {
            Event::Start(start) if start.local_name().as_ref() == b"si" => words.clear(),
            Event::End(end) if end.local_name().as_ref() == b"si" => {
                within(strings.len() + 1, limit::CELLS, "cells")?;
                strings.push(words.take().into());
            }
            _ => {}
        }
    }
    Ok(strings)
}

/// What each cell format shows of a date.
fn read_formats(package: &mut Package<'_>, parts: &[Relationship]) -> Result<Vec<Option<Shows>>, ReadError> {
    let Some(xml) = part(package, parts, "styles")? else { return Ok(Vec::new()) };
    let (mut own, mut formats, mut in_cells) = (HashMap::new(), Vec::new(), false);
    let mut reader = reader(&xml);
    while let Some(event) = next(&mut reader)? {
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                b"numFmt" => own.extend(attribute(&start, "numFmtId").zip(attribute(&start, "formatCode").map(|code| shows(&code)))),
                b"cellXfs" => in_cells = true,
                b"xf" if in_cells => {
                    within(formats.len() + 1, limit::CELLS, "formats of cells")?;
                    let id = attribute(&start, "numFmtId").unwrap_or_default();
                    formats.push(own.get(&id).copied().unwrap_or_else(|| built_in(&id)));
                }
                _ => {}
            },
            Event::End(end) if end.local_name().as_ref() == b"cellXfs" => in_cells = false,
            _ => {}
        }
    }
    Ok(formats)
}

/// What the formats that every workbook has show of a date.
fn built_in(id: &str) -> Option<Shows> {
    match id.parse().unwrap_or(0_u32) {
        17 => Some(Shows::Month),
        14..=16 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Some(Shows::Day),
        _ => None,
    }
}

/// What a format code shows of a date: `mmm-yy` a month.
fn shows(code: &str) -> Option<Shows> {
    let (mut letters, mut chars) = (String::new(), code.split(';').next().unwrap_or_default().chars());
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|&c| c == '"')),
            '[' => drop(chars.by_ref().find(|&c| c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            c => letters.push(c.to_ascii_lowercase()),
        }
    }
    if letters.contains("general") {
        return None;
    }
    match (letters.contains('y'), letters.contains('m'), letters.contains('d')) {
        (_, _, true) => Some(Shows::Day),
        (true, true, false) => Some(Shows::Month),
        (true, false, false) => Some(Shows::Year),
        (false, _, false) => None,
    }
}

/// A cell as it is being read.
#[derive(Default)]
struct Open {
    column: u32,
    kind: Option<String>,
    format: Option<usize>,
    words: Words,
    /// Whether it has a formula, and whether a value.
    formula: bool,
    value: bool,
}

fn read_sheet(xml: &str, shared: &Shared, budget: &mut Budget) -> Result<Vec<GridRow>, ReadError> {
    let mut rows: Vec<GridRow> = Vec::new();
    let (mut number, mut column) = (0_u32, 0_u32);
    let mut open: Option<Open> = None;
    let mut merged = Vec::new();
    let mut reader = reader(xml);
    while let Some(event) = next(&mut reader)? {
        if let Some(cell) = &mut open {
            cell.words.event(&event, "v");
        }
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                b"row" => {
                    let stated = attribute(&start, "r").and_then(|number| number.parse().ok());
                    (number, column) = (stated.unwrap_or(number.saturating_add(1)), 0);
                }
                b"c" => {
                    column = attribute(&start, "r").and_then(|place| column_of(&place)).unwrap_or(column);
                    let format = attribute(&start, "s").and_then(|id| id.parse().ok());
                    open = Some(Open { column, kind: attribute(&start, "t"), format, ..Open::default() });
                    column = column.saturating_add(1);
                }
                b"f" => open.iter_mut().for_each(|cell| cell.formula = true),
                b"v" => open.iter_mut().for_each(|cell| cell.value = true),
                b"mergeCell" => merged.extend(attribute(&start, "ref").and_then(|area| Area::parse(&area))),
                _ => {}
            },
            Event::End(end) if end.local_name().as_ref() == b"c" => {
                if let Some((column, cell)) = open.take().and_then(|open| Some((open.column, shared.cell(open)?))) {
                    budget.cell(column, cell.shown().len())?;
                    push(&mut rows, number, column, cell, budget)?;
                }
            }
            _ => {}
        }
    }
    cover(&mut rows, &merged, budget)?;
    rows.iter_mut().for_each(|row| row.cells.sort_by_key(|(column, _)| *column));
    Ok(rows)
}

/// A merged area: its first cell has the value, the others have none of their own.
struct Area {
    /// Numbers of its first and last row, from 1.
    rows: (u32, u32),
    /// Numbers of its first and last column, from 0.
    columns: (u32, u32),
}

impl Area {
    /// Reads `A2:B7`.
    fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':')?;
        let row = |place: &str| place.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
        Some(Self { rows: (row(first)?, row(last)?), columns: (column_of(first)?, column_of(last)?) })
    }
}

/// Marks the cells that merged areas cover: they are not empty, or a row would empty its fields unasked.
fn cover(rows: &mut [GridRow], areas: &[Area], budget: &mut Budget) -> Result<(), ReadError> {
    if areas.is_empty() {
        return Ok(());
    }
    let mut order: Vec<(u32, usize)> = rows.iter().zip(0..).map(|(row, at)| (row.number, at)).collect();
    order.sort_unstable();
    for Area { rows: (top, bottom), columns: (left, right) } in areas {
        let begin = order.partition_point(|(number, _)| number < top);
        for &(number, at) in order[begin..].iter().take_while(|(number, _)| number <= bottom) {
            let covers = |column: u32| (*left..=*right).contains(&column) && (number, column) != (*top, *left);
            let cells = &mut rows[at].cells;
            cells.retain(|(own, _)| !covers(*own));
            for column in (*left..=(*right).min(limit::COLUMNS - 1)).filter(|column| covers(*column)) {
                budget.cell(column, 0)?;
                cells.push((column, Cell::Merged));
            }
        }
    }
    Ok(())
}

fn push(rows: &mut Vec<GridRow>, number: u32, column: u32, cell: Cell, budget: &mut Budget) -> Result<(), ReadError> {
    match rows.last_mut() {
        Some(row) if row.number == number => row.cells.push((column, cell)),
        _ => {
            budget.row()?;
            rows.push(GridRow { number, cells: vec![(column, cell)] });
        }
    }
    Ok(())
}

/// Number of a column from 0 by the letters of a cell's name: 27 for `AB12`.
fn column_of(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0_u32, |number, letter| number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

impl Shared {
    /// What the cell holds; `None` when it is empty.
    fn cell(&self, mut open: Open) -> Option<Cell> {
        let text = open.words.take();
        if open.formula && !open.value {
            return Some(Cell::Formula);
        }
        let cell = match open.kind.as_deref() {
            Some("s") => Cell::Text(self.strings.get(text.trim().parse::<usize>().ok()?)?.clone()),
            Some("e") => Cell::Fault(text.into()),
            Some("b") => Cell::Text(if text.trim() == "1" || text.trim() == "true" { "true" } else { "false" }.into()),
            Some("d") => Cell::Text(text.split('T').next().unwrap_or_default().into()),
            Some("str" | "inlineStr") => Cell::Text(text.into()),
            _ => match text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => self.number(number, open.format),
                _ => Cell::Text(text.into()),
            },
        };
        Some(cell).filter(|cell| !cell.is_blank())
    }

    /// A number, or the date for which it stands, as far as the cell shows it.
    fn number(&self, number: f64, format: Option<usize>) -> Cell {
        let shows = format.and_then(|format| *self.formats.get(format)?);
        let day = shows.filter(|_| (0.0..3_000_000.0).contains(&number)).and_then(|_| {
            #[allow(clippy::cast_possible_truncation)] // within the range above
            self.epoch.checked_add((number as i32).days()).ok()
        });
        match (shows, day) {
            (Some(Shows::Day), Some(day)) => Cell::Text(day.to_string().into()),
            (Some(Shows::Month), Some(day)) => Cell::Text(format!("{:04}-{:02}", day.year(), day.month()).into()),
            (Some(Shows::Year), Some(day)) => Cell::Text(format!("{:04}", day.year()).into()),
            _ => Cell::Number(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_how_much_of_a_date_is_known() {
        for (code, expected) in [
            ("General", None),
            ("0.00", None),
            ("@", None),
            ("h:mm", None),
            ("yyyy", Some(Shows::Year)),
            ("mmm\\-yy", Some(Shows::Month)),
            ("[$-409]d/m/yyyy;@", Some(Shows::Day)),
            ("yyyy\\-mm\\-dd", Some(Shows::Day)),
            ("0 \"days\"", None),
            ("[Red]0", None),
        ] {
            assert_eq!(shows(code), expected, "{code}");
        }
    }

    #[test]
    fn a_cell_is_in_the_column_of_its_letters() {
        for (place, expected) in [("A1", Some(0)), ("z9", Some(25)), ("AB12", Some(27)), ("XFD1048576", Some(16_383)), ("12", None), ("", None)] {
            assert_eq!(column_of(place), expected);
        }
    }
}
