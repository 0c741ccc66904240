/** BCP 47 tags: which are canonical, which fits a reader, and how their text runs. */

const TAG =
  /^(?!und(?:-|$))[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?((?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)$/;

/**
 * Whether a text is a tag of language, script, region and variants in canonical form. No language
 * has more than three letters, so no locale is called like a role.
 *
 * @param {string} text
 */
export function isLocale(text) {
  const variants = TAG.exec(text)?.[1].split("-").slice(1);
  return variants !== undefined && variants.every((it, at) => at === 0 || variants[at - 1] < it);
}

/**
 * The first locale that fits, by the lookup of RFC 4647, 3.4: each wish in turn, ever shorter.
 *
 * @param {readonly string[]} requested what the reader asks for, such as `navigator.languages`
 * @param {readonly string[]} available
 * @param {string | null} [fallback] what is taken where nothing fits
 * @returns {string | null}
 */
export function negotiate(requested, available, fallback = null) {
  const known = new Map(available.map((it) => [it.toLowerCase(), it]));
  for (const range of requested) {
    const parts = range.toLowerCase().split("-");
    while (parts.length > 0) {
      const found = known.get(parts.join("-"));
      if (found !== undefined) return found;
      parts.pop();
      // A single letter begins an extension and means nothing by itself.
      if (parts.at(-1)?.length === 1) parts.pop();
    }
  }
  return fallback;
}

const RTL_SCRIPT = /-(?:Adlm|Arab|Aran|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa)(?:-|$)/;
const RTL_LANGUAGE =
  /^(?:ar|arc|bgn|ckb|dv|fa|glk|he|khw|ks|lrc|mzn|nqo|prs|ps|rhg|sd|sdh|syr|ug|ur|yi)(?:-(?![A-Z][a-z]{3}(?:-|$))|$)/;

/**
 * The direction in which text of a locale runs, as HTML's `dir` says it.
 *
 * @param {string} locale
 * @returns {"ltr" | "rtl"}
 */
export const direction = (locale) =>
  RTL_SCRIPT.test(locale) || RTL_LANGUAGE.test(locale) ? "rtl" : "ltr";
