#pragma once
// The screen of all findings: filtered by stage, agency, form and severity, grouped, walked through with the keyboard, set aside with a reason.
// What a new plan owes in later stages is about two hundred warnings. So that people see what is due now, the list, the counts of the status strip and the
// card of the home screen speak of errors and of what the stages up to the present one ask for; a chip shows the rest. Tables and forms mark everything:
// who opens a row is about to fill it in.
// Must not know: how wishes are carried out, how findings are made.
#include <optional>
#include <string>
#include <vector>

#include "rules/gates.hpp"
#include "rules/muting.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"
#include "ui/widgets/picker.hpp"

namespace rancang {

enum class FindingGrouping : std::uint8_t { none, stage, agency, type, severity };

constexpr std::uint8_t due_stages = stage_count, all_stages = stage_count + 1;  // beside the single stages of stage_of()

struct FindingsFilter {
  bool errors = true, warnings = true, infos = false;
  std::uint8_t stage = due_stages;
  std::optional<Ulid> agency;       // null = those that no agency answers for
  RecordType type = RecordType::none;  // none = every form
  FindingGrouping grouping = FindingGrouping::none;

  std::string encode() const;       // "severity=ew;stage=due;group=agency;type=action_item;agency=01…"
  void decode(std::string_view text);
  friend bool operator==(FindingsFilter const& a, FindingsFilter const& b) {
    return a.errors == b.errors && a.warnings == b.warnings && a.infos == b.infos && a.stage == b.stage && a.agency == b.agency && a.type == b.type && a.grouping == b.grouping;
  }
};
std::string findings_setting(Ulid plan);  // the filter is remembered for each plan

struct FindingsState {
  FindingsFilter filter;
  std::optional<RuleId> rule;       // only this rule, as the address says; the filter rests
  bool muted = false;               // shows what is set aside instead
  bool opened = false;              // the remembered filter was read

  struct Group {
    std::uint32_t key = 0;          // what the findings share, in the order of the groups
    std::size_t first = 0, count = 0;  // in `shown`
    std::size_t row = 0;            // of its head, or of its first finding where there are no heads
    bool folded = false;
  };
  // Worked out again when findings, filter or, for agencies, records change.
  std::vector<Finding> shown;       // by group, worst first, in plan order
  std::vector<Group> groups;
  std::vector<Ulid> agencies;       // in plan order, while they are asked for
  std::uint8_t gate = 0;            // the present one
  std::uint32_t later = 0;          // findings of later stages that the filter leaves out
  std::size_t rows = 0;
  struct Seen {
    Ulid plan;
    std::uint64_t findings = 0, revision = 0;
    FindingsFilter filter;
    std::optional<RuleId> rule;
    bool valid = false;
  } seen;

  struct Columns {                  // how wide the contents are, pixels; measured when the list or the letters change
    float scale = 0, sentence = 0, type = 0, title = 0, verb = 0;
    Language language = Language::id;
    bool valid = false;
  } columns;

  std::size_t current = 0;          // finding under the cursor
  bool is_next = true;              // it was not visited yet: "next finding" goes there and not past it
  bool reveal = false;              // scroll to it
  bool wants_focus = false;         // the keyboard goes to the list
  bool focused = false;             // it was there in the last frame: the Enter that chose in a picker opens no finding
  std::vector<MutedRow> muted_rows;
  std::uint64_t muted_revision = ~0ULL, muted_findings = ~0ULL;
  Ulid muted_plan;

  struct MuteForm {
    Finding finding;
    std::string reason, by;
    bool open = false, fresh = false, incomplete = false;  // incomplete: pressed without a reason
  } mute;
  PickerState picker;
};

void findings_view(Ui const& ui, PlanView const& plan, FindingsState& state, Box area);
// The finding `steps` after (or before) the cursor in the filtered list, around in a circle, and the cursor on it; nothing when the list is empty.
std::optional<Finding> step_finding(PlanView const& plan, FindingsState& state, int steps);
// A rule in a few words: "Isi kondisi awal".
std::string_view rule_title(Strings const& s, RuleId rule);
// What was set aside: the finding's sentence, or that it holds no more.
std::string muted_sentence(Strings const& s, PlanView const& plan, MutedRow const& row);

}  // namespace rancang
