//! Tables that align whatever script their cells are in.

use unicode_width::UnicodeWidthStr;

use super::flow::{flow, visible_width};
use super::style::{Style, paint};

/// On which side a column's cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// A cell and its style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) style: Style,
}

impl Cell {
    pub(crate) fn new(style: Style, text: impl Into<String>) -> Self {
        Self { text: text.into(), style }
    }
}

/// Rows under a head.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    columns: Vec<(String, Align)>,
    rows: Vec<Vec<Cell>>,
}

const GAP: &str = "  ";

impl Table {
    pub(crate) fn new(columns: &[(&str, Align)]) -> Self {
        let columns = columns.iter().map(|(name, align)| ((*name).to_owned(), *align)).collect();
        Self { columns, rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    /// The table in at most `width` columns: side by side where it fits, else a block a row. Columns
    /// without content (`·`) are left out.
    pub(crate) fn render(&self, width: usize) -> String {
        let table = self.without_empty_columns();
        table.laid_out(width)
    }

    /// The same without columns in which no cell has content.
    fn without_empty_columns(&self) -> Self {
        let has_content = |at: &usize| {
            self.rows.iter().any(|row| row.get(*at).is_some_and(|cell| cell.text != "·"))
        };
        let kept: Vec<usize> = (0..self.columns.len()).filter(has_content).collect();
        let columns = kept.iter().map(|&at| self.columns[at].clone()).collect();
        let row = |row: &Vec<Cell>| kept.iter().filter_map(|&at| row.get(at).cloned()).collect();
        Self { columns, rows: self.rows.iter().map(row).collect() }
    }

    fn laid_out(&self, width: usize) -> String {
        let widths = self.widths();
        let total = widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1);
        if total <= width { self.side_by_side(&widths) } else { self.stacked(width) }
    }

    fn widths(&self) -> Vec<usize> {
        let cell_width = |row: &Vec<Cell>, at: usize| row.get(at).map_or(0, |it| it.text.width());
        let widest = |(at, (name, _)): (usize, &(String, Align))| {
            let cells = self.rows.iter().map(|row| cell_width(row, at));
            cells.chain([name.width()]).max().unwrap_or(0)
        };
        self.columns.iter().enumerate().map(widest).collect()
    }

    fn side_by_side(&self, widths: &[usize]) -> String {
        let head: Vec<Cell> =
            self.columns.iter().map(|(name, _)| Cell::new(Style::Heading, name)).collect();
        let mut out = String::new();
        for row in std::iter::once(&head).chain(&self.rows) {
            let cells = row.iter().zip(&self.columns).zip(widths);
            let line: Vec<String> = cells
                .map(|((cell, (_, align)), width)| {
                    let space = " ".repeat(width.saturating_sub(cell.text.width()));
                    let text = paint(cell.style, &cell.text);
                    if *align == Align::Left {
                        format!("{text}{space}")
                    } else {
                        format!("{space}{text}")
                    }
                })
                .collect();
            out.push_str(line.join(GAP).trim_end());
            out.push('\n');
        }
        out
    }

    /// A block for each row: its texts, and its numbers in the same line where they fit, else in
    /// lines below.
    fn stacked(&self, width: usize) -> String {
        let mut out = String::new();
        for row in &self.rows {
            let has_content = |cell: &Cell| !cell.text.is_empty() && cell.text != "·";
            let named = row.iter().zip(&self.columns).filter(|(cell, _)| has_content(cell));
            let (texts, numbers): (Vec<_>, Vec<_>) =
                named.partition(|(_, (_, align))| *align == Align::Left);
            let texts: Vec<String> = texts.iter().map(|(cell, _)| heading(cell)).collect();
            let numbers: Vec<String> =
                numbers.iter().map(|(cell, it)| named_cell(cell, &it.0)).collect();
            let (title, rest) =
                (flow(&texts, GAP, width), flow(&numbers, GAP, width.saturating_sub(GAP.len())));
            let last = title.rsplit('\n').next().unwrap_or_default();
            let fits = visible_width(last) + GAP.len() + visible_width(&rest) <= width;
            let between =
                if fits && !rest.contains('\n') { GAP.to_owned() } else { format!("\n{GAP}") };
            out.push_str(format!("{title}{between}{rest}").trim_end());
            out.push('\n');
        }
        out
    }
}

fn heading(cell: &Cell) -> String {
    let style = if cell.style == Style::Plain { Style::Heading } else { cell.style };
    paint(style, &cell.text)
}

fn named_cell(cell: &Cell, name: &str) -> String {
    format!("{name} {}", paint(cell.style, &cell.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&[
            ("locale", Align::Left),
            ("stale", Align::Right),
            ("missing", Align::Right),
        ]);
        for (name, stale, missing) in [("es", "12", "·"), ("中文", "3", "1234")] {
            let cell = |text: &str| Cell::new(Style::Plain, text);
            table.row(vec![cell(name), cell(stale), cell(missing)]);
        }
        table
    }

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let mut table = table();
        table.columns.push(("oldest".to_owned(), Align::Right));
        table.rows.iter_mut().for_each(|row| row.push(Cell::new(Style::Plain, "·")));
        let expected = "locale  stale  missing\nes         12        ·\n中文        3     1234\n";
        assert_eq!(plain(&table.render(80)), expected);
    }

    #[test]
    fn what_does_not_fit_is_stacked() {
        assert_eq!(plain(&table().render(18)), "es  stale 12\n中文\n  stale 3\n  missing 1234\n");
    }
}
