#include "rules/muting.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "model/reference_lookup.hpp"
#include "rules/check.hpp"

namespace rancang {
namespace {
using Entry = MuteList::Entry;

std::uint32_t key_hash(std::string_view key) {
  std::uint32_t hash = 2'166'136'261u;
  for (char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619u;
  return hash | 1;
}

// Rules about whatever field: they are told apart by it.
bool is_about_any_field(RuleId rule) {
  std::string_view const id = rule_info(rule).id;
  return id.substr(0, 6) == "field." || id.substr(0, 10) == "reference.";
}
std::string_view field_key(Finding const& finding) {
  return finding.field < 0 ? std::string_view() : record_info(finding.type).fields[static_cast<std::size_t>(finding.field)].key;
}

std::optional<RuleId> rule_of(MutedFinding const& mute) { return find_rule(std::string_view(mute.rule).substr(0, mute.rule.find(':'))); }

std::optional<Entry> entry_of(Node const* node) {
  if (!node || !node->is_alive()) return std::nullopt;
  auto const& mute = node->as<MutedFinding>();
  auto const rule = rule_of(mute);
  auto const record = mute.record.empty() ? std::optional<Ulid>(Ulid{}) : parse_ulid(mute.record);
  if (!rule || !record) return std::nullopt;
  std::size_t const colon = mute.rule.find(':');
  return Entry{*record, *rule, colon == std::string::npos ? 0 : key_hash(std::string_view(mute.rule).substr(colon + 1))};
}

bool covers(Entry const& entry, Finding const& finding) {
  return entry.record == finding.record && entry.rule == finding.rule && (entry.field == 0 || entry.field == key_hash(field_key(finding)));
}

void touch(Ulid record, Document const& document, Usage::Touched& touched) {
  if (!record) return;  // what the plan lacks is looked at after every change
  for (auto const& info : record_infos())
    if (document.find(info.type, record)) touched.emplace_back(info.type, record);
}
}  // namespace

bool can_mute(Finding const& finding) { return finding.severity != Severity::error; }

std::vector<std::pair<std::uint8_t, Value>> mute_values(Finding const& finding, std::string subject, std::string reason, std::string muted_by, Date muted_on) {
  std::string rule(rule_info(finding.rule).id);
  if (is_about_any_field(finding.rule) && finding.field >= 0) (rule += ':') += field_key(finding);
  constexpr auto at = [](int field) { return static_cast<std::uint8_t>(field); };
  return {{at(field_of<&MutedFinding::rule>), std::move(rule)},       {at(field_of<&MutedFinding::record>), finding.record ? ulid_text(finding.record) : std::string()},
          {at(field_of<&MutedFinding::subject>), std::move(subject)}, {at(field_of<&MutedFinding::reason>), std::move(reason)},
          {at(field_of<&MutedFinding::muted_by>), std::move(muted_by)}, {at(field_of<&MutedFinding::muted_on>), muted_on}};
}

MutedRow muted_row(Node const& node, Findings const& findings) {
  auto const& mute = node.as<MutedFinding>();
  MutedRow row{node.id, {}, rule_of(mute), mute.subject, mute.reason, mute.muted_by, mute.muted_on};
  if (auto const entry = entry_of(&node))
    for (Finding const& finding : findings.muted_of(entry->record))
      if (!row.finding && covers(*entry, finding)) row.finding = finding;
  return row;
}

std::vector<MutedRow> muted_rows(Document const& document, Findings const& findings) {
  std::vector<MutedRow> out;
  for (Node const* node : in_plan_order(document, mute_type)) out.push_back(muted_row(*node, findings));
  return out;
}

void MuteList::rebuild(Document const& document) {
  entries_.clear();
  document.table(mute_type).for_each([&](NodePtr const& node) {
    if (auto const entry = entry_of(node.get())) entries_.push_back(*entry);
  });
  sort_list(entries_);
}

void MuteList::follow(RecordChange const& change, Document const& after, Usage::Touched& touched) {
  if (change.type() != mute_type) return;
  if (auto const old = entry_of(change.before.get())) {
    auto const at = std::find_if(std::lower_bound(entries_.begin(), entries_.end(), *old), entries_.end(), [&](Entry const& entry) { return entry.rule == old->rule && entry.field == old->field; });
    if (at != entries_.end()) entries_.erase(at);
    touch(old->record, after, touched);
  }
  if (auto const fresh = entry_of(change.after.get())) {
    entries_.insert(std::upper_bound(entries_.begin(), entries_.end(), *fresh), *fresh);
    touch(fresh->record, after, touched);
  }
}

bool MuteList::names(Ulid record) const { return !entries_.empty() && std::binary_search(entries_.begin(), entries_.end(), Entry{record}); }

bool MuteList::hides(Finding const& finding) const {
  if (!can_mute(finding)) return false;
  for (auto at = std::lower_bound(entries_.begin(), entries_.end(), Entry{finding.record}); at != entries_.end() && at->record == finding.record; ++at)
    if (covers(*at, finding)) return true;
  return false;
}

}  // namespace rancang
