//! PDF files made by hand, object by object.

/// Objects of a file, numbered from 1; the first one is the catalogue.
#[derive(Default)]
pub struct File {
    objects: Vec<Vec<u8>>,
    info: Option<usize>,
}

impl File {
    /// A file with a catalogue, one page of 300 by 400 points (objects 1 to 3), its content (object 4) and its resources.
    pub fn page(content: &str, resources: &str) -> Self {
        Self::pages("", &[content], resources)
    }

    /// A file with several pages; `catalogue` is added to the catalogue.
    pub fn pages(catalogue: &str, contents: &[&str], resources: &str) -> Self {
        let mut file = Self::default();
        file.add(&format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>"));
        let kids: Vec<String> = (0..contents.len()).map(|n| format!("{} 0 R", 3 + 2 * n)).collect();
        file.add(&format!("<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 300 400] >>", kids.join(" "), contents.len()));
        for (n, content) in contents.iter().enumerate() {
            file.add(&format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R /Resources << {resources} >> >>", 4 + 2 * n));
            file.stream("", content.as_bytes());
        }
        file
    }

    /// Adds an object and returns its number.
    pub fn add(&mut self, object: &str) -> usize {
        self.objects.push(object.as_bytes().to_vec());
        self.objects.len()
    }

    /// Adds a stream; `dictionary` is added to its dictionary.
    pub fn stream(&mut self, dictionary: &str, content: &[u8]) -> usize {
        let head = format!("<< {dictionary} /Length {} >>\nstream\n", content.len());
        self.objects.push([head.as_bytes(), content, b"\nendstream"].concat());
        self.objects.len()
    }

    /// Adds the document information.
    pub fn info(&mut self, entries: &str) {
        self.info = Some(self.add(&format!("<< {entries} >>")));
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (object, number) in self.objects.iter().zip(1..) {
            places.push(bytes.len());
            bytes.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
        }
        let table: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
        let info = self.info.map(|number| format!("/Info {number} 0 R")).unwrap_or_default();
        let (size, start) = (places.len() + 1, bytes.len());
        bytes.extend(
            format!("xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {info} >>\nstartxref\n{start}\n%%EOF\n")
                .bytes(),
        );
        bytes
    }
}

/// A standard font under the name `F1`.
pub const HELVETICA: &str = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>";

/// Shows a text in the font `F1` of size 12.
pub fn show(text: &str) -> String {
    format!("BT /F1 12 Tf 20 350 Td {text} Tj ET")
}

/// A font `F1` (objects 5 to 7 of a file with one page) whose codes of two bytes mean these characters, each 600 wide.
pub fn composite_font(file: &mut File, characters: &str) -> String {
    let codes: String = characters.chars().zip(1..).map(|(c, code)| format!("<{code:04X}> <{:04X}>\n", u32::from(c))).collect();
    let map = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def
        1 begincodespacerange <0000> <FFFF> endcodespacerange {} beginbfchar\n{codes}endbfchar endcmap end end",
        characters.chars().count()
    );
    let map = file.stream("", map.as_bytes());
    let below = file.add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 >>",
    );
    let font = file
        .add(&format!("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [{below} 0 R] /ToUnicode {map} 0 R >>"));
    format!("/Font << /F1 {font} 0 R >>")
}

/// A page with characters in a font of their own, shown from left to right.
pub fn composite_page(characters: &str) -> File {
    let distinct: String = characters.chars().fold(String::new(), |mut seen, c| {
        if !seen.contains(c) {
            seen.push(c);
        }
        seen
    });
    let code = |c: char| distinct.chars().position(|own| own == c).map(|at| format!("{:04X}", at + 1)).expect("each character has a code");
    let text: String = characters.chars().map(code).collect();
    let mut file = File::page(&show(&format!("<{text}>")), "/Font << /F1 7 0 R >>");
    composite_font(&mut file, &distinct);
    file
}
