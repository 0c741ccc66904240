//! `hexapla.toml` on disk: version 1.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// A project of Hexapla.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hexapla.toml")]
pub(crate) struct FileV1 {
    /// The version of this format: 1.
    #[schemars(with = "u32")]
    #[allow(dead_code, reason = "looked at before the rest is read")]
    pub(crate) version: Spanned<u32>,
    /// The project's name.
    pub(crate) name: String,
    /// The locale of the sources, a BCP 47 tag.
    #[schemars(with = "String")]
    pub(crate) source_locale: Spanned<String>,
    /// The locales of the translations, BCP 47 tags.
    #[schemars(with = "Vec<String>")]
    pub(crate) locales: Vec<Spanned<String>>,
    /// How files and folders spell locales, where that is not the tag itself: `pt-BR = "pt_br"`.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub(crate) spellings: BTreeMap<Spanned<String>, Spanned<String>>,
    /// The folder of the ledger.
    #[serde(default = "default_ledger")]
    #[schemars(with = "String")]
    pub(crate) ledger: Spanned<String>,
    /// The folder of the workflows.
    #[serde(default = "default_workflows")]
    #[schemars(with = "String")]
    pub(crate) workflows: Spanned<String>,
    /// The files of the glossary: what the project calls its concepts (docs/glossary.md).
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(crate) glossary: Vec<Spanned<String>>,
    /// Translations of other projects and tools, in TMX or PO: offered after the project's own, and never
    /// taken over by themselves (docs/memory.md).
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(crate) memory: Vec<Spanned<String>>,
    /// Where a reader of a locale is sent when a text is not there, nearest first. Without an
    /// entry: the tag without its last subtag (`es-MX`, then `es`). The source comes last.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub(crate) fallbacks: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Who may give which state. In a project that names nobody, everyone may.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, PersonV1>")]
    pub(crate) people: BTreeMap<Spanned<String>, PersonV1>,
    /// How bad what a check finds is, by its name: `note`, `warning`, `error` or `off`. What a check
    /// calls an error by itself stays one.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, LevelV1>")]
    pub(crate) checks: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Findings that are meant so.
    #[serde(default)]
    #[schemars(with = "Vec<SilenceV1>")]
    pub(crate) silence: Vec<SilenceV1>,
    /// How long translations may be; the last entry that fits a unit counts, and before all of them
    /// what a comment of the unit says: `max-length: 20`.
    #[serde(default)]
    #[schemars(with = "Vec<MaxLengthV1>")]
    pub(crate) max_length: Vec<MaxLengthV1>,
    /// The sets of files that are translated.
    #[schemars(with = "BTreeMap<String, CollectionV1>")]
    pub(crate) collections: BTreeMap<Spanned<String>, CollectionV1>,
}

/// A person, by handle.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonV1 {
    /// Names of roles that workflows ask for.
    pub(crate) roles: Vec<String>,
    /// The locales they hold for; all where there are none.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(crate) locales: Vec<Spanned<String>>,
    /// How git credits them, where `hexapla sync` commits what they settled:
    /// `Mara Ruiz <mara@example.org>`. Without it: the handle, and no address that anybody has.
    #[schemars(with = "Option<String>")]
    pub(crate) git: Option<Spanned<String>>,
}

/// How bad what a check finds is.
#[derive(JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(
    dead_code,
    reason = "what editors offer; it is read as text, so that mistakes have a place"
)]
pub(crate) enum LevelV1 {
    /// It is not looked for.
    Off,
    /// Worth knowing.
    Note,
    /// Probably a mistake.
    Warning,
    /// Must not be shipped.
    Error,
}

/// Findings that are meant so. One that silences nothing is told.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SilenceV1 {
    /// The name of the check.
    #[schemars(with = "String")]
    pub(crate) check: Spanned<String>,
    /// The addresses of the units, as `check` tells them, with `*` for any run of characters:
    /// `ui/main#brand*`.
    #[schemars(with = "String")]
    pub(crate) unit: Spanned<String>,
    /// The locales it holds for; all where there are none.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(crate) locales: Vec<Spanned<String>>,
    /// Why it is meant so, for whoever comes next.
    #[allow(dead_code, reason = "for people")]
    pub(crate) why: String,
}

/// How long translations of some units may be.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MaxLengthV1 {
    /// The addresses of the units, as `check` tells them, with `*` for any run of characters:
    /// `ui/main#button-*`.
    #[schemars(with = "String")]
    pub(crate) unit: Spanned<String>,
    /// The locales it holds for; all where there are none.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(crate) locales: Vec<Spanned<String>>,
    /// The most characters that a text may have, as readers count them.
    #[schemars(with = "u32", range(min = 1))]
    pub(crate) characters: Spanned<u32>,
}

/// A set of files with one layout, format and workflow.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CollectionV1 {
    /// `fluent`, `markdown`, a catalogue in `toml`, `json`, `yaml`, `po`, `properties`, `android`,
    /// `arb` or `formatjs`, subtitles in `vtt` or `srt`, or `asset` for whole files.
    #[schemars(with = "String", extend("enum" = ["fluent", "markdown", "toml", "json", "yaml", "vtt", "srt", "po", "properties", "android", "arb", "formatjs", "asset"]))]
    pub(crate) format: Spanned<String>,
    /// Where the sources are, with `{path}`. Without it, it is one file, and its resource is named
    /// as the collection is.
    #[schemars(with = "String")]
    pub(crate) source: Spanned<String>,
    /// Where the translations are, with `{locale}`, and `{path}` where the sources have it.
    #[schemars(with = "String")]
    pub(crate) target: Spanned<String>,
    /// Only resources whose path fits one of these patterns with `*`.
    #[serde(default)]
    pub(crate) include: Vec<String>,
    /// No resource whose path fits one of these patterns with `*`.
    #[serde(default)]
    pub(crate) exclude: Vec<String>,
    /// The fields that are units: `title`, `seo.description`, `items[].label`. Without them, of
    /// a catalogue every text is one, and of front matter none.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(crate) fields: Vec<Spanned<String>>,
    /// For an array of tables, the field that names an item.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub(crate) ids: BTreeMap<Spanned<String>, String>,
    /// `{locale}` where all fields of a catalogue stand in one that is named for the locale, as in
    /// the files of Rails: it is no part of any key.
    #[schemars(with = "Option<String>", extend("enum" = ["{locale}"]))]
    pub(crate) root: Option<Spanned<String>>,
    /// How a catalogue writes placeholders: `icu`, `i18next`, `ruby`, `printf`, or `any` of them
    /// by their look.
    #[schemars(with = "Option<String>", extend("enum" = ["any", "icu", "i18next", "ruby", "printf"]))]
    pub(crate) placeholders: Option<Spanned<String>>,
    /// Which Markdown documents are written in: `mdx` (what files ending so are read as), `mkdocs`,
    /// or `auto`, by what a page shows.
    #[schemars(with = "Option<String>", extend("enum" = ["auto", "mdx", "mkdocs"]))]
    pub(crate) dialect: Option<Spanned<String>>,
    /// The name of a file in the folder of workflows, without its ending.
    #[serde(default = "default_workflow")]
    #[schemars(with = "String")]
    pub(crate) workflow: Spanned<String>,
    /// `replaced` keeps the words of targets that Hexapla replaces, `always` those of every
    /// attested one.
    #[schemars(with = "Option<String>", extend("enum" = ["replaced", "always"]))]
    pub(crate) keep_targets: Option<Spanned<String>>,
    /// The forms that a release holds: `source` (a file as the source is); of Markdown also `html`;
    /// of Fluent also `json` and `nested-json`, as i18next reads them, and `po`, `mo`, `properties`,
    /// `android`, `arb`, `formatjs` and `xcstrings`; of PO also `mo`. Without it `source`, and of
    /// Markdown without `dialect` also `html`.
    #[schemars(with = "Option<Vec<String>>", extend("items" = {"enum": ["source", "html", "json", "nested-json", "po", "mo", "properties", "android", "arb", "formatjs", "xcstrings"]}))]
    pub(crate) bundles: Option<Vec<Spanned<String>>>,
    /// The least share of a document's units, from 0 to 1, that a locale must have translations of
    /// in a release: below it the document falls back whole. 0 where it says nothing.
    #[schemars(with = "Option<f64>")]
    pub(crate) minimum: Option<Spanned<f64>>,
    /// The field of front matter that names the commit a translation was made from, for
    /// `init --bootstrap`. Without it: `default_lang_commit`, `l10n.sourceCommit`, `sourceCommit`
    /// or `source_commit`.
    #[schemars(with = "Option<String>")]
    pub(crate) mark: Option<Spanned<String>>,
    /// How bad what a check finds is here, before what the project says.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, LevelV1>")]
    pub(crate) checks: BTreeMap<Spanned<String>, Spanned<String>>,
    /// The most characters that a translation may have here, as readers count them, where no
    /// `[[max_length]]` and no comment of the unit says otherwise.
    #[schemars(with = "Option<u32>", range(min = 1))]
    pub(crate) max_length: Option<Spanned<u32>>,
    /// Another source locale.
    #[schemars(with = "Option<String>")]
    pub(crate) source_locale: Option<Spanned<String>>,
    /// Other locales.
    #[schemars(with = "Option<Vec<String>>")]
    pub(crate) locales: Option<Vec<Spanned<String>>>,
    /// The locales that are translated from another translation: `{ ar = "fr" }` where Arabic is
    /// made from French.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub(crate) pivots: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Other spellings of locales, before those of the project.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub(crate) spellings: BTreeMap<Spanned<String>, Spanned<String>>,
}

fn default_ledger() -> Spanned<String> {
    Spanned::new(0..0, "translations/ledger".to_owned())
}

fn default_workflows() -> Spanned<String> {
    Spanned::new(0..0, "workflows".to_owned())
}

fn default_workflow() -> Spanned<String> {
    Spanned::new(0..0, "standard".to_owned())
}

/// The JSON Schema of `hexapla.toml`, for editors.
pub fn schema() -> String {
    let mut text = serde_json::to_string_pretty(&schemars::schema_for!(FileV1)).unwrap_or_default();
    text.push('\n');
    text
}
