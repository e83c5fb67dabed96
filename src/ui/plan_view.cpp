#include "ui/plan_view.hpp"

#include <array>
#include <string>

#include "ui/icons_generated.hpp"

namespace rancang {
namespace {
std::string_view look_up(Strings const& s, std::string const& key, std::string_view otherwise) { return s.find(key).value_or(otherwise); }

std::string_view label_for_style(void const* context, EnumInfo const& info, std::size_t index) { return enum_label(*static_cast<Strings const*>(context), info, index); }

struct DimensionLook {
  std::string_view code, shown;
  char const* icon;
  Token solid, text, tint;
};
constexpr std::array dimension_looks{
    DimensionLook{"gov", "GOV", icon::landmark, Token::dim_gov, Token::dim_text_gov, Token::dim_tint_gov},
    DimensionLook{"brand", "BRA", icon::megaphone, Token::dim_bra, Token::dim_text_bra, Token::dim_tint_bra},
    DimensionLook{"eco", "ECO", icon::store, Token::dim_eco, Token::dim_text_eco, Token::dim_tint_eco},
    DimensionLook{"liv", "LIV", icon::heart_pulse, Token::dim_liv, Token::dim_text_liv, Token::dim_tint_liv},
    DimensionLook{"soc", "SOC", icon::users, Token::dim_soc, Token::dim_text_soc, Token::dim_tint_soc},
    DimensionLook{"env", "ENV", icon::leaf, Token::dim_env, Token::dim_text_env, Token::dim_tint_env},
};
DimensionLook const& dimension_look(int index) { return dimension_looks[static_cast<std::size_t>(index)]; }
}  // namespace

std::string_view record_label(Strings const& s, RecordInfo const& info) { return look_up(s, "record." + std::string(info.name), info.name); }
std::string_view record_many(Strings const& s, RecordInfo const& info) { return look_up(s, "record." + std::string(info.name) + ".many", info.name); }
std::string_view table_title(Strings const& s, RecordInfo const& info, std::uint8_t kind) {
  int const field = info.role_field(Role::kind);
  if (kind == 0 || field < 0) return record_many(s, info);
  return look_up(s, "nav." + std::string(info.fields[static_cast<std::size_t>(field)].key) + "_" + std::string(kind_name(info, kind)), record_many(s, info));
}
std::string_view field_label(Strings const& s, RecordInfo const& info, FieldInfo const& field) {
  return look_up(s, "record." + std::string(info.name) + "." + std::string(field.key), field.key);
}
std::string_view field_help(Strings const& s, RecordInfo const& info, FieldInfo const& field) {
  return look_up(s, "record." + std::string(info.name) + "." + std::string(field.key) + ".help", {});
}
std::string_view enum_label(Strings const& s, EnumInfo const& info, std::size_t index) {
  if (index >= info.names.size()) return {};
  std::string_view const entry = info.names[index].empty() ? "unset" : info.names[index];
  return look_up(s, "enum." + std::string(info.name) + "." + std::string(entry), info.names[index]);
}
std::string_view section_label(Strings const& s, std::string_view section) { return look_up(s, "section." + std::string(section), section); }

std::string_view money_unit_label(Strings const& s, MoneyUnit unit) {
  static constexpr std::array entries{"rupiah", "ribu", "juta", "miliar"};
  return look_up(s, std::string("enum.currency_unit.") + entries[static_cast<std::size_t>(unit)], entries[static_cast<std::size_t>(unit)]);
}

ValueStyle value_style(Strings const& s, NumberStyle numbers, MoneyUnit unit) {
  ValueStyle style;
  style.numbers = numbers;
  style.money_unit = unit;
  style.enum_label = label_for_style;
  style.context = &s;
  style.yes = s.ui_yes();
  style.no = s.ui_no();
  return style;
}

std::string finding_sentence(PlanView const& plan, Strings const& s, Finding const& finding) {
  auto const text_of = [&](std::string_view key) { return std::string(s.find(key).value_or(key)); };
  auto const sentence = s.find(finding_key(finding.rule));
  if (!sentence) return std::string(finding_verb(s, finding));  // the sentences are still on their way
  auto const args = finding_args(plan.document, finding, plan.style.numbers, text_of);
  std::vector<std::string_view> const views(args.begin(), args.end());
  return s.format(finding_key(finding.rule), views);
}
std::optional<std::string> finding_done(PlanView const& plan, Strings const& s, Finding const& finding) {
  std::string const key = finding_done_key(finding.rule);
  if (!s.find(key)) return std::nullopt;
  auto const args = finding_args(plan.document, finding, plan.style.numbers, [&](std::string_view text) { return std::string(s.find(text).value_or(text)); });
  std::vector<std::string_view> const views(args.begin(), args.end());
  return s.format(key, views);
}
std::string_view finding_verb(Strings const& s, Finding const& finding) { return look_up(s, finding_fix_key(finding.rule), s.ui_open()); }

int dimension_index(Document const& document, Ulid id) {
  Dimension const* const dimension = document.get(Id<Dimension>{id});
  if (!dimension) return -1;
  for (std::size_t i = 0; i < dimension_looks.size(); ++i)
    if (dimension_looks[i].code == dimension->code) return static_cast<int>(i);
  return -1;
}
Token dimension_color(int index) { return index < 0 ? Token::border_strong : dimension_look(index).solid; }
Token dimension_text_color(int index) { return index < 0 ? Token::text_primary : dimension_look(index).text; }
Token dimension_tint(int index) { return index < 0 ? Token::surface_header : dimension_look(index).tint; }
char const* dimension_icon(int index) { return index < 0 ? icon::circle : dimension_look(index).icon; }
std::string_view dimension_short(int index) { return index < 0 ? std::string_view() : dimension_look(index).shown; }

}  // namespace rancang
