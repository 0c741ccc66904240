//! What a generator's config says, as paths of keys with their texts.
//!
//! A config in JavaScript or Ruby is a program, and one in YAML may hold tags of its own: they are
//! read by their text, and what is no plain value is passed over.

/// Paths of keys, the places of items in lists among them, each with its text.
pub(super) type Outline = Vec<(Vec<String>, String)>;

/// Reads a config by the ending of its name.
///
/// # Errors
/// What is wrong with it, where nothing can be told from it.
pub(super) fn read(path: &str, text: &str) -> Result<Outline, String> {
    match path.rsplit('.').next().unwrap_or_default() {
        "toml" => toml(text),
        "yml" | "yaml" => Ok(yaml(text)),
        "rb" => Ok(ruby(text)),
        _ => script(text),
    }
}

fn toml(text: &str) -> Result<Outline, String> {
    fn visit(value: &toml::Value, path: &mut Vec<String>, outline: &mut Outline) {
        let mut below = |key: String, value: &toml::Value| {
            path.push(key);
            visit(value, path, outline);
            path.pop();
        };
        match value {
            toml::Value::Table(table) => {
                table.iter().for_each(|(key, value)| below(key.clone(), value));
            }
            toml::Value::Array(items) => {
                items.iter().enumerate().for_each(|(n, value)| below(n.to_string(), value));
            }
            toml::Value::String(text) => outline.push((path.clone(), text.clone())),
            other => outline.push((path.clone(), other.to_string())),
        }
    }
    let table: toml::Table =
        text.parse().map_err(|error: toml::de::Error| error.message().to_owned())?;
    let mut outline = Outline::new();
    visit(&toml::Value::Table(table), &mut Vec::new(), &mut outline);
    Ok(outline)
}

/// By the indentation of lines.
fn yaml(text: &str) -> Outline {
    let mut outline = Outline::new();
    // Where each open key or item stands, its name, and whether it is an item.
    let mut open: Vec<(usize, String, bool)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split(" #").next().unwrap_or_default();
        let mut rest = line.trim();
        if rest.is_empty() || rest.starts_with('#') || rest.starts_with("---") {
            continue;
        }
        let mut indent = line.len() - line.trim_start().len();
        while let Some(item) = rest.strip_prefix("- ") {
            while open.last().is_some_and(|it| it.0 > indent || (it.0 == indent && it.2)) {
                open.pop();
            }
            open.push((indent, number.to_string(), true));
            indent += rest.len() - item.trim_start().len();
            rest = item.trim_start();
        }
        let keyed = rest.split_once(": ").or_else(|| Some((rest.strip_suffix(':')?, "")));
        let value = match keyed {
            Some((key, value)) => {
                while open.last().is_some_and(|it| it.0 >= indent) {
                    open.pop();
                }
                open.push((indent, unquoted(key).to_owned(), false));
                value.trim()
            }
            None => rest,
        };
        let path: Vec<String> = open.iter().map(|it| it.1.clone()).collect();
        match value.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            Some(items) => outline.extend(items.split(',').enumerate().map(|(n, item)| {
                let path = path.iter().cloned().chain([n.to_string()]).collect();
                (path, unquoted(item).to_owned())
            })),
            None if value.is_empty() => outline.push((path, String::new())),
            None => outline.push((path, unquoted(value).to_owned())),
        }
    }
    outline
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\''])
}

/// Assignments of the locales: `config.i18n.default_locale = :en`.
fn ruby(text: &str) -> Outline {
    let mut outline = Outline::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let Some((name, value)) = line.split_once('=') else { continue };
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        let items = value.split(|c| !plain(c)).filter(|it| !it.is_empty() && *it != "i");
        let items = items.map(str::to_owned);
        if name.trim_end().ends_with("i18n.default_locale") {
            outline.extend(items.map(|it| (vec!["defaultLocale".to_owned()], it)));
        } else if name.trim_end().ends_with("i18n.available_locales") {
            let path = |n: usize| vec!["locales".to_owned(), n.to_string()];
            outline.extend(items.enumerate().map(|(n, it)| (path(n), it)));
        }
    }
    outline
}

/// Object literals of JavaScript, TypeScript or JSON, wherever they stand in the text.
fn script(text: &str) -> Result<Outline, String> {
    let mut reader = Script { rest: text, open: Vec::new(), key: None, outline: Outline::new() };
    while reader.step()? {}
    match reader.open.is_empty() {
        true => Ok(reader.outline),
        false => Err("a bracket is not closed".to_owned()),
    }
}

struct Script<'t> {
    rest: &'t str,
    /// Open brackets: the key they stand at, and the number of the present item of a list.
    open: Vec<(Option<String>, Option<usize>)>,
    key: Option<String>,
    outline: Outline,
}

impl Script<'_> {
    fn step(&mut self) -> Result<bool, String> {
        self.rest = self.rest.trim_start();
        let Some(first) = self.rest.chars().next() else { return Ok(false) };
        if self.rest.starts_with("//") {
            self.rest = self.rest.split_once('\n').map_or("", |it| it.1);
            return Ok(true);
        }
        if self.rest.starts_with("/*") {
            self.rest = self.rest.split_once("*/").map_or("", |it| it.1);
            return Ok(true);
        }
        let is_word = |c: char| c.is_alphanumeric() || "_$-".contains(c);
        if is_word(first) {
            let end = self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len());
            let (word, rest) = self.rest.split_at(end);
            self.rest = rest;
            let is_value = matches!(word, "true" | "false");
            self.text(word.to_owned(), true, is_value);
            return Ok(true);
        }
        self.rest = self.rest.get(first.len_utf8()..).unwrap_or_default();
        match first {
            '"' | '\'' | '`' => {
                let text = self.string(first);
                self.text(text, false, true);
            }
            '{' => self.opens(None),
            '[' => self.opens(Some(0)),
            '}' | ']' => {
                self.key = None;
                self.open.pop().ok_or("a bracket is closed that is not open")?;
            }
            ',' => {
                self.key = None;
                if let Some((_, Some(item))) = self.open.last_mut() {
                    *item += 1;
                }
            }
            ';' => self.key = None,
            _ => {}
        }
        Ok(true)
    }

    fn opens(&mut self, item: Option<usize>) {
        let key = self.key.take();
        self.open.push((key, item));
    }

    fn string(&mut self, quote: char) -> String {
        let mut text = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            if c == quote {
                self.rest = self.rest.get(at + 1..).unwrap_or_default();
                return text;
            }
            text.push(if c == '\\' { chars.next().map_or(c, |it| it.1) } else { c });
        }
        self.rest = "";
        text
    }

    /// A word or string: a key where a value follows it, else perhaps a value.
    fn text(&mut self, text: String, is_word: bool, is_value: bool) {
        let after = self.rest.trim_start();
        let assigned = is_word && after.starts_with('=') && !after.starts_with("=>");
        if self.key.is_none() && (after.starts_with(':') || assigned) {
            self.key = Some(text);
        } else if is_value {
            let keys = self.open.iter().flat_map(|(key, item)| {
                key.iter().cloned().chain(item.iter().map(ToString::to_string))
            });
            self.outline.push((keys.chain(self.key.clone()).collect(), text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(path: &str, text: &str) -> Vec<String> {
        let outline = read(path, text).expect(path);
        outline.into_iter().map(|(path, text)| format!("{} = {text}", path.join("."))).collect()
    }

    #[test]
    fn configs_are_read_by_their_text() {
        let script = "// a note: 'x'\nexport default defineConfig({ i18n: { defaultLocale: 'en',\n\
                      locales: [\"en\", 'pt-BR'], /* no: 'y' */ }, f: (a) => ({ b: a.c }),\n\
                      plugins: [sub({ locales: { root: { lang: 'en' }, 'zh-cn': {} } })] })";
        assert_eq!(
            shown("a.config.ts", script),
            [
                "i18n.defaultLocale = en",
                "i18n.locales.0 = en",
                "i18n.locales.1 = pt-BR",
                "plugins.0.locales.root.lang = en"
            ]
        );
        assert_eq!(shown("a.js", "const locales = ['en']; f()"), ["locales.0 = en"]);
        let yaml = "plugins:\n- search\n- i18n:\n    languages: # all\n      - locale: en\n        \
                    default: true\n      - locale: \"fr\"\nlist: [a, b]\n";
        assert_eq!(
            shown("mkdocs.yml", yaml),
            [
                "plugins = ",
                "plugins.1 = search",
                "plugins.2.i18n = ",
                "plugins.2.i18n.languages = ",
                "plugins.2.i18n.languages.4.locale = en",
                "plugins.2.i18n.languages.4.default = true",
                "plugins.2.i18n.languages.6.locale = fr",
                "list.0 = a",
                "list.1 = b"
            ]
        );
        assert_eq!(shown("a.toml", "[a.b]\nc = 'd'\ne = [1]"), ["a.b.c = d", "a.b.e.0 = 1"]);
        let ruby = "config.i18n.default_locale = :en\n# config.i18n.default_locale = :de\n\
                    config.i18n.available_locales = %i[en pt-BR]\n";
        assert_eq!(
            shown("application.rb", ruby),
            ["defaultLocale = en", "locales.0 = en", "locales.1 = pt-BR"]
        );
        assert!(read("a.toml", "[a").is_err() && read("a.js", "({").is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_told(text in "[a-z{}\\[\\]:,'\"\\\\ \n#=/*-]{0,60}|\\PC{0,30}") {
            for name in ["a.toml", "a.yml", "a.js", "a.rb"] {
                let _ = read(name, &text);
            }
        }
    }
}
