# Every file of the library, by layer.
set(PRFMT_SOURCES
  src/base/alloc.c src/base/arena.c src/base/buf.c src/base/codes.c
  src/base/date.c src/base/diag.c src/base/limits.c src/base/sys.c src/base/text.c
  src/base/uri.c
  src/lang/label.c src/lang/lang.c src/lang/lang_ar.c src/lang/lang_de.c src/lang/lang_en.c
  src/lang/lang_es.c src/lang/lang_fr.c src/lang/lang_id.c src/lang/lang_it.c
  src/lang/lang_ja.c src/lang/lang_nl.c src/lang/lang_pt.c src/lang/lang_ru.c
  src/lang/lang_zh_hans.c src/lang/zone.c
  src/xml/xml.c
  src/model/element.c src/model/grid.c src/model/node.c src/model/release.c src/model/schema.c
  src/model/settle.c src/model/walk.c
  src/read/decode.c src/read/read.c src/read/release.c src/read/set.c
  src/check/check.c src/check/dates.c src/check/number.c
  src/check/rule_attrs.c src/check/rule_instant.c
  src/check/rule_market.c src/check/rule_release.c src/check/rule_story.c
  src/check/rule_structure.c src/check/rule_table.c src/check/rule_text.c
  src/check/rules.c src/check/source.c
  src/asset/asset.c src/asset/dir.c src/asset/image.c
  src/sink/sink.c src/sink/sink_file.c
  src/render/markup.c src/render/render.c src/render/words.c
  src/render/html/html.c src/render/html/html_back.c
  src/render/html/html_body.c src/render/html/html_figure.c
  src/render/html/html_head.c src/render/html/html_inline.c
  src/render/html/html_json.c src/render/html/html_table.c
  src/render/newsml/body.c src/render/newsml/content_meta.c
  src/render/newsml/meta.c src/render/newsml/newsml.c
  src/render/newsml/nitf.c
  src/render/text/text.c src/render/xml/xml.c
  src/theme/contrast.c src/theme/css.c src/theme/css_themes.c
  src/theme/fields.c src/theme/read.c src/theme/sheet.c src/theme/theme.c
  src/theme/theme_corporate.c src/theme/theme_government.c src/theme/value.c
  src/api/api.c src/api/build.c src/api/render.c src/api/schema.c
  src/api/theme.c)
set(PRFMT_PDF_SOURCES
  src/render/pdf/draw.c src/render/pdf/finish.c src/render/pdf/fit.c
  src/render/pdf/fonts.c
  src/render/pdf/layout.c src/render/pdf/layout_back.c
  src/render/pdf/layout_body.c src/render/pdf/layout_figure.c
  src/render/pdf/layout_letter.c
  src/render/pdf/layout_head.c src/render/pdf/layout_table.c
  src/render/pdf/layout_text.c
  src/render/pdf/meta.c src/render/pdf/pages.c src/render/pdf/paragraph.c
  src/render/pdf/pdf.c src/render/pdf/resources.c src/render/pdf/scan.c
  src/render/pdf/tag.c src/render/pdf/tree.c)
