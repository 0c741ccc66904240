//! Writing spreadsheets.

use hexapla_model::{Direction, Locale, State};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, ProtectionOptions, Workbook,
    Worksheet, XlsxError,
};

use crate::limits::CELL;
use crate::table::{COLUMNS, RECORD, Row, STATE, TARGET, head, rows};
use crate::{Exchange, WriteError};

/// How wide the columns are, in characters.
const WIDTHS: [f64; COLUMNS.len()] = [24.0, 24.0, 60.0, 60.0, 12.0, 12.0, 40.0, 40.0, 10.0];

/// The spreadsheet of an exchange.
pub(crate) fn write(exchange: &Exchange) -> Result<Vec<u8>, WriteError> {
    let rows = rows(exchange).collect::<Vec<_>>();
    if rows.len() >= 1_048_576 {
        return Err(WriteError::TooManyRows(rows.len()));
    }
    let head = head(exchange);
    for row in &rows {
        fits(&head, row)?;
    }
    workbook(exchange, &head, &rows).map_err(|it| WriteError::Spreadsheet(it.to_string()))
}

fn fits(head: &Row, row: &Row) -> Result<(), WriteError> {
    match row.iter().position(|text| text.encode_utf16().count() > CELL) {
        Some(column) => Err(WriteError::CellTooLong {
            address: format!("{}#{}", row[0], row[1]),
            column: head[column].clone(),
        }),
        None => Ok(()),
    }
}

fn workbook(exchange: &Exchange, head: &Row, rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let formats = formats(exchange);
    let sheet = workbook.add_worksheet();
    sheet.set_name(exchange.target.as_str().chars().take(31).collect::<String>())?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    let bold = Format::new().set_bold();
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, &head[usize::from(column)], &bold)?;
    }
    sheet.set_column_hidden(u16::try_from(RECORD).unwrap_or_default())?;
    for (row, texts) in (1u32..).zip(rows) {
        write_row(sheet, row, texts, &formats)?;
    }
    state_list(sheet, rows.len())?;
    workbook.save_to_buffer()
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    texts: &Row,
    formats: &[Format; COLUMNS.len()],
) -> Result<(), XlsxError> {
    for ((column, text), format) in (0u16..).zip(texts).zip(formats) {
        match text.as_str() {
            "" => sheet.write_blank(row, column, format)?,
            text => sheet.write_string_with_format(row, column, text, format)?,
        };
    }
    Ok(())
}

/// How the cells of each column look: all is text, wrapped, in its direction.
fn formats(exchange: &Exchange) -> [Format; COLUMNS.len()] {
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let direction = |locale: &Locale| match locale.direction() {
        Direction::LeftToRight => 1,
        Direction::RightToLeft => 2,
    };
    std::array::from_fn(|column| match column {
        2 | 6 => plain.clone().set_reading_direction(direction(&exchange.source)),
        TARGET => plain.clone().set_unlocked().set_reading_direction(direction(&exchange.target)),
        STATE => plain.clone().set_unlocked(),
        _ => plain.clone(),
    })
}

/// Lets the state be chosen.
fn state_list(sheet: &mut Worksheet, rows: usize) -> Result<(), XlsxError> {
    let (Ok(column), Ok(last)) = (u16::try_from(STATE), u32::try_from(rows)) else { return Ok(()) };
    if last > 0 {
        let list = DataValidation::new().allow_list_strings(&State::ALL.map(State::as_str))?;
        sheet.add_data_validation(1, column, last, column, &list)?;
    }
    Ok(())
}
