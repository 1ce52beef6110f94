//! The table: what was measured, the figure, the budget, and whether it is kept.

/// One figure.
pub struct Row {
    what: String,
    figure: String,
    budget: Option<(String, bool)>,
}

impl Row {
    /// A figure without a budget.
    pub fn plain(what: impl Into<String>, figure: impl Into<String>) -> Self {
        Self { what: what.into(), figure: figure.into(), budget: None }
    }

    /// A figure that may not be larger than its budget.
    pub fn at_most(what: impl Into<String>, value: f64, budget: f64, unit: &str) -> Self {
        let budget = Some((format!("at most {}", number(budget, unit)), value <= budget));
        Self { what: what.into(), figure: number(value, unit), budget }
    }

    /// A ratio that may not be smaller than its budget.
    pub fn at_least(what: impl Into<String>, value: f64, budget: f64) -> Self {
        Self { what: what.into(), figure: format!("{value:.2}"), budget: Some((format!("at least {budget:.2}"), value >= budget)) }
    }
}

/// A figure with its unit; small ones with a decimal.
pub fn number(value: f64, unit: &str) -> String {
    let digits = usize::from(value < 100.0 && value.fract() != 0.0);
    format!("{value:.digits$} {unit}")
}

/// Prints all figures, one a line.
pub fn print(rows: &[Row]) {
    let width = |cell: fn(&Row) -> &str| rows.iter().map(|row| cell(row).chars().count()).max().unwrap_or(0);
    let (first, second) = (width(|row| &row.what), width(|row| &row.figure));
    println!("\n{:<first$}  {:>second$}  budget", "measure", "figure");
    for Row { what, figure, budget } in rows {
        let (budget, verdict) = match budget {
            None => ("", ""),
            Some((budget, true)) => (budget.as_str(), "ok"),
            Some((budget, false)) => (budget.as_str(), "over"),
        };
        println!("{}", format!("{what:<first$}  {figure:>second$}  {budget:<18} {verdict}").trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_at_its_budget_keeps_it() {
        let kept = |row: Row| row.budget.map(|(_, kept)| kept);
        assert_eq!(kept(Row::at_most("start", 300.0, 300.0, "ms")), Some(true));
        assert_eq!(kept(Row::at_most("start", 300.5, 300.0, "ms")), Some(false));
        assert_eq!(kept(Row::at_least("ratio", 0.9, 0.9)), Some(true));
        assert_eq!(kept(Row::at_least("ratio", 0.89, 0.9)), Some(false));
        assert_eq!(kept(Row::plain("size", "1 MB")), None);
    }
}
