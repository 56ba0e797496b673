/* codes.c - the table of everything that can be said: code, severity, formats,
   what it means, what to do, and an input that provokes it. */
#include "base/diag.h"

#include <string.h>

#define READ READERS_FORMATS
#define PDF PRFMT_BIT(PRFMT_FORMAT_PDF)
#define NEWSML PRFMT_BIT(PRFMT_FORMAT_NEWSML)

/* In the order in which docs/diagnostics.md and --list-rules show them. An
   empty hint: each sentence has its own. */
/* clang-format off */
static const prfmt_rule codes[CODE_COUNT] = {
	/* reading */
	[CODE_IO] = {
		"io", PRFMT_ERROR, 0,
		"A file or a folder could not be read or written; the "
		"sentence holds the system's reason.",
		"",
		"prfmt no-such-file.xml --check" },
	[CODE_LIMIT] = {
		"limit", PRFMT_ERROR, 0,
		"A limit of size, depth or number was exceeded, so that no "
		"input can take all memory or time.",
		"split the input, or raise the limit that the message names",
		"a paragraph of more than 65,536 bytes" },
	[CODE_EMPTY] = {
		"empty", PRFMT_ERROR, 0,
		"The input holds nothing but white space.",
		"a release begins with <release "
		"xmlns=\"urn:prfmt:release:1\">",
		"an empty file" },
	[CODE_ENCODING] = {
		"encoding", PRFMT_ERROR, 0,
		"The bytes are not of the encoding that the input has or "
		"names. A wrong guess would print wrong letters, so nothing "
		"is guessed.",
		"save the file as UTF-8, or declare its encoding",
		"<?xml version=\"1.0\" encoding=\"klingon\"?>" },
	[CODE_XML_CHAR] = {
		"xml-char", PRFMT_ERROR, 0,
		"A control character that XML does not allow, often pasted "
		"from a word processor or a PDF.",
		"remove the character",
		"<p>page one&#12;page two</p>" },
	[CODE_XML_SYNTAX] = {
		"xml-syntax", PRFMT_ERROR, 0,
		"The input is not well-formed XML: a tag without its end, a "
		"bare & or <, an attribute without quotation marks.",
		"",
		"<p>Rock & roll</p>" },
	[CODE_DOCTYPE] = {
		"doctype", PRFMT_ERROR, 0,
		"A DOCTYPE can declare entities that grow without bound or "
		"read other files, so it is refused before anything in it is "
		"read.",
		"remove the DOCTYPE; characters can be written as they are",
		"<!DOCTYPE release [ <!ENTITY x \"y\"> ]>" },
	[CODE_ROOT] = {
		"root", PRFMT_ERROR, 0,
		"The root element is another than <release>.",
		"the root is <release xmlns=\"urn:prfmt:release:1\">",
		"<article xmlns=\"urn:prfmt:release:1\">" },
	[CODE_NAMESPACE] = {
		"namespace", PRFMT_ERROR, 0,
		"The root is called <release>, but is of no namespace or of "
		"another one.",
		"write <release xmlns=\"urn:prfmt:release:1\">",
		"<release xml:lang=\"en\">" },
	[CODE_SET] = {
		"set", PRFMT_ERROR, 0,
		"A --set FIELD=VALUE names no field, or its value is none "
		"that the field can have.",
		"",
		"--set issued=tomorrow" },
	/* structure */
	[CODE_ELEMENT_UNKNOWN] = {
		"element-unknown", PRFMT_ERROR, 0,
		"An element of our namespace that there is not. The nearest "
		"name is in the hint; with --lenient it is a warning, and "
		"its text is kept.",
		"",
		"<headlin>Mill Pond prints a map</headlin>" },
	[CODE_ATTR_UNKNOWN] = {
		"attribute-unknown", PRFMT_ERROR, 0,
		"An attribute that the element does not have. The nearest "
		"name is in the hint; with --lenient it is a warning.",
		"",
		"<img source=\"map.png\" alt=\"A map\"/>" },
	[CODE_FOREIGN] = {
		"foreign", PRFMT_NOTE, 0,
		"An element or attribute of another namespace. It is kept in "
		"the XML and shown nowhere.",
		"only -t xml keeps it",
		"<p>A <c:mark>map</c:mark>.</p>" },
	[CODE_CHILD] = {
		"child", PRFMT_ERROR, 0,
		"An element stands where it cannot stand.",
		"",
		"<headline>A <h2>map</h2></headline>" },
	[CODE_TEXT] = {
		"text", PRFMT_ERROR, 0,
		"Text stands directly in an element that holds only elements.",
		"put the text into an element",
		"<ul>a map <li>a pond</li></ul>" },
	[CODE_ORDER] = {
		"order", PRFMT_ERROR, 0,
		"Elements whose order has a meaning stand in another one.",
		"",
		"<table><tbody>…</tbody><thead>…</thead></table>" },
	[CODE_REPEATED] = {
		"repeated", PRFMT_ERROR, 0,
		"An element that there can be only one of stands there twice.",
		"keep one of them",
		"<headline>One</headline><headline>Two</headline>" },
	[CODE_MISSING] = {
		"missing", PRFMT_ERROR, READ,
		"An element that every release needs is not there. Where "
		"--set can give it, the hint says so.",
		"",
		"<issuer/>" },
	[CODE_ATTR_MISSING] = {
		"attribute-missing", PRFMT_ERROR, READ,
		"An attribute that the element needs is not there.",
		"",
		"<issued/>" },
	[CODE_ATTR_VALUE] = {
		"attribute-value", PRFMT_ERROR, READ,
		"An attribute has a value that it cannot have; the hint says "
		"which it can.",
		"",
		"<td colspan=\"two\">" },
	[CODE_EMPTY_TEXT] = {
		"empty-text", PRFMT_ERROR, READ,
		"An element whose text is shown has none.",
		"write the text, or remove the element",
		"<headline> </headline>" },
	/* meaning */
	[CODE_INSTANT_OFFSET] = {
		"instant-offset", PRFMT_ERROR, READ,
		"An instant without its offset from UTC. Readers in other "
		"zones would take it for another hour, so it is not guessed.",
		"add the offset from UTC, for example +01:00 or Z",
		"<embargo until=\"2026-11-25T07:00:00\"/>" },
	[CODE_INSTANT] = {
		"instant", PRFMT_ERROR, READ,
		"A value that is no instant of RFC 3339: a date alone, "
		"another form, or a day that does not exist.",
		"write it as 2026-11-25T07:00:00+00:00",
		"<issued at=\"2026-02-30T09:00:00Z\"/>" },
	[CODE_ZONE] = {
		"zone", PRFMT_ERROR, READ,
		"A time zone that is not in the IANA database. An embargo "
		"shown in the wrong zone is worse than a release that does "
		"not render.",
		"use an IANA name such as Europe/Berlin",
		"<issued at=\"2026-11-25T07:00:00Z\" zone=\"CEST\"/>" },
	[CODE_INSTANT_GAP] = {
		"instant-gap", PRFMT_WARNING, 0,
		"The time falls into the hour that is skipped when clocks go "
		"forward in its zone, so that no clock there ever shows it.",
		"check the hour, or write the instant with the offset that "
		"is in force",
		"<embargo until=\"2026-03-29T02:30:00+01:00\" "
		"zone=\"Europe/Berlin\"/>" },
	[CODE_INSTANT_OVERLAP] = {
		"instant-overlap", PRFMT_NOTE, 0,
		"The time falls into the hour that clocks show twice when "
		"they go back in its zone. The offset tells which of the two "
		"is meant; readers may miss it.",
		"choose an hour that comes once",
		"<embargo until=\"2026-10-25T02:30:00+02:00\" "
		"zone=\"Europe/Berlin\"/>" },
	[CODE_INSTANT_ZONE] = {
		"instant-zone", PRFMT_WARNING, 0,
		"The offset of an instant is not the one that its zone has "
		"then, so one of the two is wrong by an hour or more. Z, and "
		"+00:00 for a zone that is never at UTC, only say that the "
		"instant was written in UTC.",
		"correct the offset or the zone",
		"<embargo until=\"2026-07-01T07:00:00+01:00\" "
		"zone=\"Europe/Berlin\"/>" },
	[CODE_STATE] = {
		"state", PRFMT_ERROR, READ,
		"A release has two states at once. Whether it may be "
		"published would depend on who reads it.",
		"keep one of embargo, hold and withdrawn",
		"<embargo until=\"…\"/><withdrawn/>" },
	[CODE_ID_DUPLICATE] = {
		"id-duplicate", PRFMT_ERROR, READ,
		"Two elements have the same id.",
		"give every element an id of its own",
		"<h2 id=\"a\">…</h2><h2 id=\"a\">…</h2>" },
	[CODE_ID_UNKNOWN] = {
		"id-unknown", PRFMT_ERROR, READ,
		"An attribute refers to an id that there is not.",
		"",
		"<about of=\"nobody\">" },
	[CODE_ALT] = {
		"alt", PRFMT_ERROR, READ,
		"A picture without alternative text says nothing to those "
		"who do not see it.",
		"say in alt what the picture shows; alt=\"\" if it is "
		"decoration",
		"<img src=\"map.png\"/>" },
	[CODE_LINK_SCHEME] = {
		"link-scheme", PRFMT_WARNING, READ,
		"An address that a reader should not be sent to. Tabs, line "
		"ends and blanks are taken out first, as browsers do.",
		"links are http, https, mailto or tel; the text stays",
		"<a href=\"javascript:alert(1)\">map</a>" },
	[CODE_GUID_MISSING] = {
		"guid-missing", PRFMT_ERROR, READ,
		"A later version, a correction or a withdrawal can reach "
		"what it replaces only by the guid of that.",
		"repeat the guid of version 1, the same over all versions",
		"<release xml:lang=\"en\" version=\"2\">" },
	[CODE_GUID] = {
		"guid", PRFMT_ERROR, READ,
		"The guid is no absolute URI.",
		"use an absolute URI, for example "
		"tag:example.com,2026:release/1",
		"<release guid=\"release-1\">" },
	[CODE_UPDATED] = {
		"updated", PRFMT_ERROR, READ,
		"A version above 1 needs <updated>, and that cannot be "
		"earlier than <issued>, which stays the instant of version 1.",
		"say in <updated at=\"…\"/> when this version was made",
		"<release version=\"2\"> without <updated>" },
	[CODE_VERSION_UPDATED] = {
		"version-updated", PRFMT_WARNING, READ,
		"The release has <updated>, but says that it is version 1. "
		"Who has version 1 already would not take the change for one.",
		"give the release a version of 2 or more, or remove <updated>",
		"<release version=\"1\"> with <updated at=\"…\"/>" },
	[CODE_VERSION] = {
		"version", PRFMT_ERROR, READ,
		"A version corrects itself or a later one.",
		"",
		"<corrects version=\"2\"> in version 2" },
	[CODE_SPAN] = {
		"span", PRFMT_ERROR, READ,
		"The cells of a table overlap or reach beyond it; where a "
		"row is only shorter or longer than the table, it is a "
		"warning.",
		"",
		"<td rowspan=\"3\"> in the last row" },
	[CODE_LEI] = {
		"lei", PRFMT_ERROR, READ,
		"The LEI is not 18 letters and digits with two check digits "
		"(ISO 17442, ISO 7064 MOD 97-10). One wrong character names "
		"another company or none.",
		"copy the LEI again from its register",
		"<issuer lei=\"999900PRFMTEXAMPLE61\">" },
	[CODE_ISIN] = {
		"isin", PRFMT_ERROR, READ,
		"The ISIN is not a country, nine letters or digits and a "
		"check digit (ISO 6166).",
		"copy the ISIN again from the exchange",
		"<instrument isin=\"ZZ000EXMPL08\"/>" },
	[CODE_MIC] = {
		"mic", PRFMT_ERROR, READ,
		"The market is not a code of four capital letters or digits "
		"(ISO 10383).",
		"use the four-character code, for example XLON",
		"<instrument mic=\"LSE\"/>" },
	/* warnings */
	[CODE_EMBARGO_EARLY] = {
		"embargo-early", PRFMT_WARNING, READ,
		"The embargo is over before the release is issued; one of "
		"the two instants is wrong.",
		"",
		"<issued at=\"2026-11-25T09:00:00Z\"/> <embargo "
		"until=\"2026-11-25T07:00:00Z\"/>" },
	[CODE_WEEKDAY_DATE] = {
		"weekday-date", PRFMT_WARNING, 0,
		"The name of a weekday stands beside a date that falls on "
		"another day. Names are those of the text's language; a date "
		"without a year is taken near the day of issue.",
		"correct the weekday or the date",
		"<p>on Friday, 31 January 2026</p>" },
	[CODE_ZONE_SEASON] = {
		"zone-abbr-season", PRFMT_WARNING, 0,
		"A time of day with the abbreviation of the other half of "
		"the year, such as EST in July. Who trusts it is an hour "
		"early or late.",
		"write what clocks there show on that day",
		"<p>3 July 2026, 10:00 a.m. EST</p>" },
	[CODE_HEADLINE_LONG] = {
		"headline-long", PRFMT_WARNING, READ,
		"The headline is longer than search results, feeds and wires "
		"show: 110 characters, or 55 where characters are wide "
		"(Chinese, Japanese, Korean).",
		"move a part of it to <subhead>",
		"a <headline> of 140 characters" },
	[CODE_SUMMARY_REPEATS] = {
		"summary-repeats-lead", PRFMT_WARNING, READ,
		"The summary is the first paragraph, or its beginning, once "
		"more. Pages that show both say everything twice.",
		"say in <summary> what the lead does not, or remove it",
		"<summary>Mill Pond prints a map.</summary> … <body><p>Mill "
		"Pond prints a map.</p>" },
	[CODE_FIGURE_CREDIT] = {
		"figure-credit", PRFMT_WARNING, READ,
		"A picture, video or sound without <credit>: newsrooms "
		"cannot print what they cannot attribute. Decoration "
		"(alt=\"\") needs none.",
		"add <credit>",
		"<figure><img src=\"map.png\" alt=\"A map\"/></figure>" },
	[CODE_TABLE_TOTAL] = {
		"table-total", PRFMT_WARNING, READ,
		"A row with role subtotal or total whose number is not the "
		"sum of the rows above it. Rounding of the numbers shown is "
		"allowed for; rows such as \"of which\" do not count, and "
		"cells that are no numbers make the rule silent.",
		"correct the total or a row",
		"<tr role=\"total\"><th>Total</th><td>25.0</td></tr> under "
		"15.5 and 8.5" },
	[CODE_TABLE_PERCENT] = {
		"table-percent", PRFMT_WARNING, READ,
		"A column of changes in percent behind two columns of "
		"numbers that give another change. Rounding of the numbers "
		"shown is allowed for.",
		"correct the percentage or a number",
		"<td>24.0</td><td>22.0</td><td>11.9%</td>" },
	[CODE_DOUBLE_ESCAPED] = {
		"double-escaped", PRFMT_WARNING, 0,
		"The text holds an entity such as &amp; as text: it was "
		"escaped twice on its way here, and readers would see it.",
		"write the character itself, or escape it once",
		"<p>Banyu&amp;apos;s plan</p>" },
	[CODE_LANG_UNKNOWN] = {
		"lang-unknown", PRFMT_NOTE, READ,
		"There are no labels in the language of the release.",
		"labels and dates are in English",
		"<release xml:lang=\"tlh\">" },
	[CODE_LANG_TAG] = {
		"lang-tag", PRFMT_ERROR, READ,
		"The value is no language tag.",
		"use a BCP 47 tag such as en-GB, id or de",
		"<release xml:lang=\"english_us\">" },
	/* rendering */
	[CODE_GUID_DERIVED] = {
		"guid-derived", PRFMT_NOTE, NEWSML,
		"The release has no guid, so one was made of the issuer, the "
		"instant of issue and the language.",
		"write it as release/@guid so that later versions can repeat "
		"it",
		"<release xml:lang=\"en\"> without guid" },
	[CODE_ASSET_MISSING] = {
		"asset-missing", PRFMT_ERROR, PDF,
		"The bytes of a picture or attachment could not be had: no "
		"such file, outside of the folder, or over a limit.",
		"",
		"<img src=\"../secret.png\" alt=\"\"/>" },
	[CODE_ASSET_KIND] = {
		"asset-kind", PRFMT_ERROR, PDF,
		"The file is no picture that can be drawn.",
		"pictures are JPEG or PNG",
		"<img src=\"map.gif\" alt=\"A map\"/>" },
	[CODE_ASSET_PLACEHOLDER] = {
		"asset-placeholder", PRFMT_WARNING, PDF,
		"A picture was not to be had, and a frame with its "
		"alternative text stands in its place.",
		"",
		"--missing-assets=placeholder" },
	[CODE_FONT] = {
		"font", PRFMT_ERROR, PDF,
		"There is no font at all; pages of boxes are not made.",
		"install a font, for example fonts-sil-charis or "
		"fonts-noto-core",
		"--font-dir with an empty folder" },
	[CODE_GLYPH] = {
		"glyph", PRFMT_WARNING, PDF,
		"No font has a character of the text.",
		"install a font that has it",
		"a text in a script that no font has" },
	[CODE_NOT_RENDERED] = {
		"not-rendered", PRFMT_NOTE, 0,
		"A part of the release that this format cannot show.",
		"",
		"<video src=\"ferry.mp4\"/> in a PDF" },
	[CODE_NOW] = {
		"now", PRFMT_ERROR, 0,
		"The instant given with --now is none.",
		"write it as 2026-11-25T07:00:00+00:00",
		"--now today" },
	/* themes */
	[CODE_THEME_ROOT] = {
		"theme-root", PRFMT_ERROR, 0,
		"The file is not a theme.",
		"a theme begins with <theme xmlns=\"urn:prfmt:theme:1\" "
		"name=\"…\">",
		"<style xmlns=\"urn:prfmt:theme:1\"/>" },
	[CODE_THEME_ELEMENT] = {
		"theme-element", PRFMT_ERROR, 0,
		"A theme has no such element there.",
		"",
		"<colors accent=\"#005A70\"/>" },
	[CODE_THEME_ATTRIBUTE] = {
		"theme-attribute", PRFMT_ERROR, 0,
		"An element of a theme has no such attribute, or lacks one.",
		"",
		"<style of=\"headline\" sise=\"20\"/>" },
	[CODE_THEME_VALUE] = {
		"theme-value", PRFMT_ERROR, 0,
		"A value of a theme is not one of those it can have.",
		"",
		"<style of=\"headline\" size=\"large\"/>" },
	[CODE_THEME_CONTRAST] = {
		"theme-contrast", PRFMT_ERROR, 0,
		"Two colours are too much alike for WCAG 2, level AA; the "
		"sentence names both and their ratio.",
		"take a darker or a lighter one; WCAG AA asks 4.5 of text and "
		"3 of rules",
		"<colours muted=\"#BBBBBB\"/>" },
	[CODE_THEME_FONT] = {
		"theme-font", PRFMT_WARNING, 0,
		"A family that the theme names is not there; the sentence "
		"says what stands in.",
		"install it, or name another",
		"<fonts text=\"Corporat Sans\"/>" },
	[CODE_THEME_LOGO] = {
		"theme-logo", PRFMT_ERROR, 0,
		"The logo of a theme could not be had.",
		"a JPEG or PNG below the folder of the theme",
		"<logo src=\"../logo.png\"/>" },
	[CODE_INTERNAL] = {
		"internal", PRFMT_ERROR, 0,
		"prfmt found an error of its own before it did harm.",
		"this is a bug of prfmt; please report it with the input",
		"none is known" },
};
/* clang-format on */

const prfmt_rule *code_info(enum code c)
{
	return &codes[c];
}

enum code code_find(const char *token)
{
	int c = 0;
	while (c < CODE_COUNT && strcmp(codes[c].code, token))
		c++;
	return (enum code)c;
}
