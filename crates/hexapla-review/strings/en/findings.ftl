### What the checks find in a translation while it is written, and what stands in the way of writing it.
### Each is a fragment without a capital and without a full stop; .hint is the next step, told behind it.
### What stands between ` and ` is code, or a piece of a text: it stays as it is.
### $written, $text: what the translation has.  $given: what the source has.  $locale: a tag, such as “de”.

## Numbers and addresses

finding-differs = `{ $written }`, where the source has `{ $given }`
finding-extra = the source has no `{ $written }`
finding-missing = the source's `{ $given }` is not there
finding-number-extra = the source has no number `{ $written }`
    .hint = write the source's number, in the digits that the locale uses
finding-number-missing = the source's number `{ $given }` is not there
finding-address =
    .site = name the same address, unless readers of this locale need another
    .mail = name the same address: mail to another one may reach nobody
    .phone = name the same number, unless readers of this locale dial another
# Of a helpline: what people agreed on has to stand there, digit by digit.
finding-critical-missing = the approved `{ $given }` is not there
    .hint = write what was approved, or have another number approved
finding-critical-extra = `{ $written }` was not approved
finding-critical-hides = `{ $written }` has characters in it that nobody sees
finding-critical-mixes = `{ $written }` is written in several systems of digits
    .hint = write the number anew, in one system of digits
# $written: the number of a character that changes the direction of a text.
finding-critical-turns = `{ $written }` may turn digits round
    .hint = remove it; put numbers in right-to-left text between U+2066 and U+2069

## Languages and scripts

finding-same = `{ $written }` is the source's text
    .hint = translate it; if it is meant to be the same, accept it
# $script, $expected: short names of scripts, such as “Latn”.
finding-script = written in the script { $script }, where `{ $locale }` is written in { $expected }
    .hint = is it a text of another locale?
# $language: the English name of a language.
finding-language = seems to be in { $language }
# $code: the number of the letter, such as “U+04D9”.
finding-letter = `{ $letter }` ({ $code }) is no letter of `{ $locale }`
    .hint = is it a slip, or a letter that looks alike?
finding-longer = more than ten times longer than the source
    .hint = does it say what the source says, and no more?
finding-shorter = more than ten times shorter than the source
# $letters: letters with their numbers.
finding-mixed = `{ $written }` mixes Latin letters with { $letters }
    .hint = type the word anew with the letters of one script

## Length, spaces and lines

finding-length = { NUMBER($count) } characters, { NUMBER($most) } are the most
    .hint = say it in fewer
finding-begins = begins with space, which the source does not
    .hint = programs join such texts: keep the source's space
finding-begins-other = begins with other space than the source
finding-ends = ends with space, which the source does not
finding-ends-other = ends with other space than the source
finding-spaces = two spaces in a row
    .hint = write one
finding-twice = `{ $written }` stands twice
    .hint = say it once
# $lines, $given: as below, such as “2 line breaks”.
finding-lines = { $lines }, where the source has { $given }
    .hint = break lines as the source does
finding-line-breaks =
    { $count ->
        [0] no line break
        [one] { NUMBER($count) } line break
       *[other] { NUMBER($count) } line breaks
    }

## Punctuation

# $mark: a bracket.
finding-not-closed = nothing closes `{ $mark }`
    .hint = write both brackets, or none
finding-not-opened = nothing opens `{ $mark }`
finding-dots = `...`, where the source has `…`
    .hint = write `…`
# $end, $given: as below.
finding-end = ends with { $end }, where the source has { $given }
    .hint = end it as the source does
finding-end-open = no mark
finding-end-stop = a full stop
finding-end-question = a question mark
finding-end-exclamation = an exclamation mark
finding-end-colon = a colon
finding-end-ellipsis = an ellipsis
# Of French, before and behind whose marks the line must not break.
finding-french-breaks = a space beside `{ $mark }` at which the line may break
    .hint = put a no-break space there (U+00A0 or U+202F)
finding-french-none = no space before `{ $mark }`
# Of Spanish.
finding-question = a question without `{ $open }`
    .hint = begin it with `{ $open }`
finding-exclamation = an exclamation without `{ $open }`
finding-quotes-closed = `{ $first }` is closed by `{ $mark }`
    .hint = write `{ $open }` and `{ $close }`
# $usual: the quotation marks of the language.
finding-quotes-other = `{ $written }`, where `{ $locale }` has `{ $usual }`
    .hint = use the quotation marks of the language
finding-quotes-half = `{ $mark }` stands without its other half
    .hint = open and close each quotation

## What may deceive readers, or run code

# $written: the number of a character that nobody sees.
finding-bidi-overrides = `{ $written }` overrides the direction
    .hint = remove it; where a direction is needed, isolate with U+2068 and U+2069
finding-bidi-nothing = `{ $written }` closes nothing
finding-bidi-open = `{ $written }` is not closed
finding-unseen = `{ $written }`, which shows nothing
    .hint = remove it: searching and reading aloud stumble over it
finding-unseen-hyphen = `{ $written }`, a soft hyphen
finding-unseen-space = `{ $written }`, a space of no width
finding-unseen-joiner = `{ $written }`, a joiner that joins or divides nothing
finding-unseen-direction = `{ $written }`, a mark of direction between letters of one
finding-unseen-order = `{ $written }`, a byte order mark
finding-unseen-tag = `{ $written }`, a tag character, which can hide a text
finding-link-runs = `{ $written }` is a link of `{ $scheme }:`, which runs code
    .hint = link to an address of a site
finding-tag-runs = a tag `<{ $name }>` in a text
    .hint = leave it out: translations say words, and the page that shows them does the rest
finding-attribute-runs = an attribute `{ $name }`, which runs code

## What programs leave in texts

finding-escaped = `{ $written }` was escaped twice
    .hint = write the character itself
finding-damaged = `{ $written }` is a damaged character
    .hint = type the word anew, and save the file as UTF-8
finding-placeholder-like = `{ $written }` looks like a placeholder, and the source has none such
    .hint = readers see it as it stands: write words, or what the format fills in

## Beside other texts, and the glossary

# $others: addresses of texts.  $more: how many there are besides.
finding-alike = another source is rendered alike in { $others }
    .hint = see whether readers can tell them apart where they have to
finding-alike-more = another source is rendered alike in { $others } and { NUMBER($more) } more
finding-otherwise = the same source is rendered otherwise in { $others }
    .hint = say it in one way, unless it means something else there
finding-otherwise-more = the same source is rendered otherwise in { $others } and { NUMBER($more) } more
# $terms: one term, or several as below.  $text: what stands in the source.
finding-term-missing = expected { $terms } for `{ $text }`
    .hint = use the term, or add what stands there to the glossary as admitted
finding-term-forbidden = `{ $text }` is not to be used for `{ $term }`
    .hint = write { $terms }
    .other = use another word
# $others: terms with commas between.  $last: the last one.
finding-term-choice = { $others } or { $last }
finding-silence = the comment silences `{ $check }`, which finds nothing here
    .hint = take it out, or see how the check is spelled

## Fields, links and marks of pages

finding-field-missing = no field `{ $name }`, which the source has
    .fill = `hexapla fill` adds it
    .copy = copy it from the source
finding-field-extra = a field `{ $name }`, which the source does not have
    .hint = see whether it is spelled as in the source
finding-link-missing = the source's link to `{ $value }` is not there
    .hint = link to the same place, unless readers of this locale need another
finding-link-extra = the source has no link to `{ $value }`
finding-image-missing = the source's image `{ $value }` is not there
    .hint = show the same image
finding-image-extra = the source has no image `{ $value }`
finding-code-missing = the source's code span `{ $value }` is not there
    .hint = code is not translated: write it as the source does
finding-code-extra = the source has no code span `{ $value }`
finding-footnote-missing = the source's footnote `{ $value }` is not there
    .hint = refer to the same footnote
finding-footnote-extra = the source has no footnote `{ $value }`
finding-tag-missing = the source's tag `{ $value }` is not there
    .hint = use the same tags
finding-tag-extra = the source has no tag `{ $value }`
finding-tag-own = a tag `{ $value }`, which the source does not have
# $level: of the translation.  $other: of the source.
finding-heading = a heading of level { NUMBER($level) }, expected level { NUMBER($other) }
    .hint = begin it with `{ $marks }`, as the source does
# $count: of the translation.  $other: of the source.
finding-cells = a row of { NUMBER($count) } cells, expected { NUMBER($other) }
    .hint = readers see no more cells than the head of the table has
# $name: the tag of a locale.
finding-root = the texts stand below `{ $name }`, expected `{ $locale }`
    .hint = programs take them for those of `{ $name }`: rename it

## Placeables, references and attributes

finding-variable-extra = the source has no variable `${ $name }`
    .hint = nobody gives it a value: use one of the source's variables
finding-variable-missing = the source's variable `${ $name }` is not used
    .hint = use it, unless the sentence says the same without it
finding-variable-missing-in = the source's variable `${ $name }` is not used in `{ $attribute }`
finding-placeholder-missing = the source's `{ $written }` is not used
    .extra = nobody gives it a value: use one of the source's placeholders
finding-reference-unknown = there is no `{ $name }`
    .hint = refer to a message or term of the same collection
finding-reference-missing = the source's reference to `{ $name }` is not there
    .hint = refer to it, so that the name is the same everywhere
finding-reference-missing-in = the source's reference to `{ $name }` is not there in `{ $attribute }`
finding-reference-extra = the source does not refer to `{ $name }`
    .hint = say what the source says, unless readers of this locale need the name
finding-reference-extra-in = the source does not refer to `{ $name }` in `{ $attribute }`
finding-attribute-extra = the source has no attribute `.{ $name }`
    .hint = nobody asks for it: remove it, or see how the source spells it
finding-attribute-missing = no attribute `.{ $name }`, which the source has
    .hint = translate it too: whoever shows the message asks for it
finding-value-missing = no value, which the source has
    .hint = give a value and attributes as the source does
finding-value-extra = a value, which the source has not
finding-second = `{ $written }` stands here a second time
    .attribute = one of them is never shown: remove it
    .variant = only the first is ever chosen: remove the other
    .entry = only the first is read: remove or rename this one
# $owner: a file.  $key: the name of a message in it.
finding-taken = `{ $owner }` has an entry `{ $key }` too, and the bundle takes that one
    .hint = a collection is released as one bundle: rename one of them

## Plurals and numbers in Fluent

# $category: a plural category, such as “few”.  $variable: by which is chosen.
finding-plural-unused = `{ $locale }` has no plural category `{ $category }` (of `{ $variable }`)
    .hint = this variant is never chosen: remove it
finding-ordinal-unused = `{ $locale }` has no ordinal category `{ $category }` (of `{ $variable }`)
finding-plural-one = `{ $locale }` needs the plural category `{ $categories }` (of `{ $variable }`)
    .variant = add a variant `[{ $category }]`
    .branch = add a branch `{ $category } { "{" }…{ "}" }`
finding-plural-several = `{ $locale }` needs the plural categories `{ $categories }` (of `{ $variable }`)
    .variants = add variants `[{ $categories }]`
    .branches = add branches `{ $categories } { "{" }…{ "}" }`
finding-ordinal-one = `{ $locale }` needs the ordinal category `{ $categories }` (of `{ $variable }`)
finding-ordinal-several = `{ $locale }` needs the ordinal categories `{ $categories }` (of `{ $variable }`)
finding-datetime = Rust's `fluent-bundle` has no function `DATETIME`
    .hint = a program in Rust has to add one, or be given the date as text
finding-function = Fluent has no function `{ $function }`
    .hint = use `NUMBER` or `DATETIME`, or add it wherever the text is shown
finding-digits = `{ $name }: { $value }` asks for digits that nothing shows
    .hint = say a number from { NUMBER($least) } to { NUMBER($most) }
finding-option = `NUMBER` takes no `{ $name }` from a text
    .hint = remove it; the options are `{ $options }`
finding-swapped = `{ $smaller }` is more than `{ $larger }`
    .hint = swap them, or remove one
finding-precise = a number of { NUMBER($digits) } digits is not kept as it is written
    .hint = write it as text, in quotation marks
# $example: a number.  $javascript, $rust: the variants that are shown.
finding-runtimes = where `${ $name }` is { $example }, JavaScript shows `[{ $javascript }]` and Rust `[{ $rust }]`
    .plural = the two have the plural rules of different years
    .ordinal = JavaScript knows no ordinals here: have the site choose the form

## The syntax of Fluent

# $place: line and column.  $problem: what is wrong there.
finding-at = { $place }: { $problem }
finding-syntax =
    .hint = set the syntax right: until then the entry is kept as it is and never released
finding-deep = more than { NUMBER($most) } brackets are open at once
    .hint = divide the message; it is kept as it is and never released
finding-another = another text begins here, where there is to be one
syntax-token = expected a token starting with "{ $token }"
syntax-range = expected one of "{ $range }"
syntax-message = expected a message field for "{ $name }"
syntax-term = expected a term field for "{ $name }"
syntax-callee = callee is not allowed here
syntax-default = the select expression must have a default variant
syntax-value = expected a value
syntax-defaults = a select expression can only have one default variant
syntax-message-selector = message references can't be used as a selector
syntax-term-selector = term references can't be used as a selector
syntax-message-attribute = message attributes can't be used as a selector
syntax-term-attribute = term attributes can't be used as a selector
syntax-string = unterminated string literal
syntax-positional = positional arguments must come before named arguments
syntax-argument = the "{ $name }" argument appears twice
syntax-escape = unknown escape sequence
syntax-unicode = invalid unicode escape sequence, "{ $written }"
syntax-brace = unbalanced closing brace
syntax-inline = expected an inline expression
syntax-selector = expected a simple expression as selector
syntax-literal = expected a string or number literal

## What cannot be put into a file

# $unit: the address of a text.  $problem: what is wrong with what was written.
merge-of = `{ $unit }`: { $problem }
    .hint = give the text of one unit, in the syntax of its file
# $expected: what the text is to be, as below.  $reason: what it would become, as below.
merge-not-one = the text would not read back as one { $expected }: { $reason }
merge-units = the file would have { NUMBER($units) } units instead of { NUMBER($all) }
merge-key = its key would be `{ $key }`
merge-kind = it would become a { $kind }
merge-text = it would read `{ $text }`
merge-none = there would be no `{ $name }`
merge-other = `{ $name }` would be of another kind
merge-instead = there would be `{ $instead }` in place of `{ $wanted }`
merge-nowhere = it cannot be added here; copy it from the source
merge-cue = it would break the file; a cue has no empty line and no `-->`
kind-message = message
kind-term = term
kind-field = field
kind-item = array item
kind-heading = heading
kind-paragraph = paragraph
kind-list-item = list item
kind-row = table row
kind-footnote = footnote
kind-code = code block
kind-markup = block of markup
kind-cue = cue
kind-file = file
kind-property = property
kind-string = string resource
