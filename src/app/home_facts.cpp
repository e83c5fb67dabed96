#include "app/opening.hpp"

namespace rancang {
namespace {
// What a card says in parts becomes sentences in the language of now. Rules and records of a newer version are left out.
std::vector<HomeDebt> home_debts(Strings const& s, NumberStyle numbers, PlanCard const& card, Ulid plan) {
  std::vector<HomeDebt> out;
  for (auto const& debt : card.debts) {
    auto const rule = find_rule(debt.rule);
    if (!rule) continue;
    RecordInfo const* const info = find_record_info(std::string_view(debt.rule).substr(0, debt.rule.find('.')));
    std::string const about(info ? record_label(s, *info) : s.home_owed_fields());
    Tone const tone = rule_info(*rule).severity == Severity::error ? Tone::error : Tone::warning;
    out.push_back({tone, std::string(rule_title(s, *rule)), about + ": " + format_integer(debt.count, numbers), findings_route(plan, rule)});
  }
  return out;
}

std::vector<HomeChange> home_changes(Strings const& s, NumberStyle numbers, PlanCard const& card) {
  std::vector<HomeChange> out;
  for (auto const& change : card.changes) {
    RecordInfo const* const info = find_record_info(change.record);
    if (!info) continue;
    CommandLabel label;
    label.kind = change.kind;
    label.cause = static_cast<SetCells::Cause>(change.cause);
    label.type = info->type;
    label.field = static_cast<std::int16_t>(info->index_of(change.field));
    label.count = change.count;
    label.title = change.title;
    std::string sentence = step_sentence(s, numbers, label);
    if (!sentence.empty()) out.push_back({change.unix_ms, std::move(sentence)});
  }
  return out;
}
// When a file of the plan was written for the person last; 0 = never.
std::uint64_t saved_as_file(Witness const& witness, std::string const& plan) {
  auto const entry = std::find_if(witness.begin(), witness.end(), [&](WitnessEntry const& one) { return one.plan == plan; });
  return entry == witness.end() ? 0 : entry->exported_unix_ms;
}
}  // namespace

OpenPlan* App::in_memory(std::string const& plan) {
  if (plan_ && plan_->id() == plan) return plan_.get();
  for (auto const& left : leaving_)
    if (left && left->id() == plan) return left.get();
  return nullptr;
}

void App::refresh_home() {
  home_.plans.clear();
  NumberStyle const numbers = number_style(strings_);
  Witness const witness = read_witness(platform_.setting("witness"));
  for (auto const& stored : plans_.cards()) {
    PlanCard card = stored;
    // A plan in memory is newer than its stored card.
    if (OpenPlan* const live = in_memory(stored.plan)) {
      PlanCard const face = live->card();
      card.name = face.name, card.agency = face.agency, card.first_year = face.first_year, card.last_year = face.last_year, card.completeness = face.completeness;
      card.errors = face.errors, card.warnings = face.warnings, card.debts = face.debts, card.changes = face.changes;
    }
    HomePlan plan;
    plan.id = parse_ulid(card.plan).value_or(Ulid{});
    plan.name = card.name.empty() ? std::string(strings_.plan_unnamed()) : card.name;
    if (card.first_year) plan.years = std::to_string(card.first_year) + "\xE2\x80\x93" + std::to_string(card.last_year);
    plan.agency = card.agency;
    plan.completeness = card.completeness;
    plan.changed_unix_ms = card.changed_unix_ms;
    plan.size_bytes = card.size_bytes;
    plan.trashed_unix_ms = card.trashed_unix_ms;
    plan.readable = card.readable;
    plan.errors = card.errors;
    plan.warnings = card.warnings;
    plan.debts = home_debts(strings_, numbers, card, plan.id);
    plan.changes = home_changes(strings_, numbers, card);
    plan.is_sample = platform_.setting("sample." + card.plan) == "1";
    std::uint64_t const saved = saved_as_file(witness, card.plan);
    if (saved != 0) plan.file_age_days = static_cast<int>((unix_ms_ - std::min(unix_ms_, saved)) / 86'400'000);
    plan.unsent = !card.agency.empty() && !card.changes.empty() && card.changes.front().unix_ms > saved;
    home_.plans.push_back(std::move(plan));
  }
  home_.lost.clear();
  if (store_ready_)
    for (auto const& lost : lost_plans(witness, plans_.cards()))
      if (lost.stored == 0) home_.lost.push_back({lost.witness.name});
  home_.storage = platform_.store().estimate();
  home_.laptop_name = platform_.setting(label_setting);
}

}  // namespace rancang
