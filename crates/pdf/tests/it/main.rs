//! The program as others start it: PDF files made by hand, good ones and hostile ones.

mod file;
mod hostile;
mod reading;

use ayni_formats::document::pdf::PdfTool;

/// The program that was built with these tests.
fn tool() -> PdfTool {
    PdfTool::new(env!("CARGO_BIN_EXE_ayni-pdf"))
}
