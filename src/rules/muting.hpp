#pragma once
// Findings that people looked at and set aside with a reason (MutedFinding): which ones they are, and how one is written down.
// A mute names a rule and a record. Rules about any field ("field.owed") are set aside for one field: "field.owed:description".
// Errors can't be set aside: what is broken stays in sight. A mute whose record or finding is gone does nothing and harms nothing.
// Must not know: screens, languages.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/records.hpp"
#include "rules/findings.hpp"
#include "rules/usage.hpp"

namespace rancang {

constexpr RecordType mute_type = record_type<MutedFinding>;

bool can_mute(Finding const& finding);
// The fields of the record that sets a finding aside. `subject` is the record's name, for people.
std::vector<std::pair<std::uint8_t, Value>> mute_values(Finding const& finding, std::string subject, std::string reason, std::string muted_by, Date muted_on);

// What is set aside, for people.
struct MutedRow {
  Ulid mute;
  std::optional<Finding> finding;  // nothing: it holds no more
  std::optional<RuleId> rule;      // nothing: a rule that this version doesn't know
  std::string subject, reason, muted_by;
  std::optional<Date> muted_on;
};
MutedRow muted_row(Node const& mute, Findings const& findings);
std::vector<MutedRow> muted_rows(Document const& document, Findings const& findings);  // in plan order

// What is set aside, kept up to date along with the edits.
class MuteList {
 public:
  void rebuild(Document const& document);
  // Follows a change of one record; adds to `touched` the records whose findings it hides or shows.
  void follow(RecordChange const& change, Document const& after, Usage::Touched& touched);
  bool names(Ulid record) const;
  bool hides(Finding const& finding) const;

  struct Entry {
    Ulid record;           // null: the plan as a whole
    RuleId rule{};
    std::uint32_t field = 0;  // hash of the field's key; 0 = every field
    friend bool operator<(Entry const& a, Entry const& b) { return a.record < b.record; }
  };

 private:
  std::vector<Entry> entries_;  // by record
};

}  // namespace rancang
