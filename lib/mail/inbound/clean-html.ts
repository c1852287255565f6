import sanitize from "sanitize-html";

const largest = 1024 * 1024;

/**
 * HTML from outside as it may be shown: headings, text, lists, tables and links. No scripts, styles, forms, frames or pictures: a
 * picture fetched from elsewhere tells the sender that it was read. null where nothing is left, or where it is too large to clean.
 */
export function cleanHtml(html: string): string | null {
  if (html.length > largest) return null;
  const cleaned = sanitize(html, {
    allowedTags: [
      ...[
        "p",
        "br",
        "div",
        "span",
        "blockquote",
        "pre",
        "code",
        "hr",
        "a",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "sub",
        "sup",
      ],
      ...["ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"],
      ...["h1", "h2", "h3", "h4", "h5", "h6"],
    ],
    // A heading of theirs must not stand beside the page's own.
    transformTags: {
      h1: "h4",
      h2: "h4",
      h3: "h4",
      a: sanitize.simpleTransform("a", { rel: "noopener noreferrer nofollow" }),
    },
    allowedAttributes: { a: ["href", "rel"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan", "scope"] },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesAppliedToAttributes: ["href"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonTextTags: ["script", "style", "textarea", "option", "noscript", "title", "head", "xmp", "noembed", "noframes"],
    nestingLimit: 200,
    enforceHtmlBoundary: false,
  }).trim();
  return cleaned === "" ? null : cleaned;
}
