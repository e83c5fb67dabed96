#pragma once
// Both sides of a slice: "Bagikan ke OPD", where files for agencies are asked for, and "Tugas OPD", with which an agency's file opens.
// Must not know: how files are made and where they go.
#include "rules/owed.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

struct SlicesState {
  struct Row {
    Ulid agency;
    std::string name;
    std::uint32_t owed = 0;
    std::optional<Date> issued, returned;  // of the last file that was made for it
    std::optional<SliceContent> content;   // counted by the app, a few rows a frame
    bool chosen = true;
  };
  std::uint64_t seen_revision = ~0ULL, seen_findings = ~0ULL;
  std::vector<Row> rows;
  std::string due, message;            // as typed
  std::size_t made = 0, total = 0;     // files, while they are being made; total 0 = none are
};
void slices_view(Ui const& ui, PlanView const& plan, SlicesState& state, Box area);

struct TaskState {
  std::uint64_t seen_revision = ~0ULL, seen_findings = ~0ULL;
  Date seen_today;
  AgencyDuties duties;
  SliceContent content;
};
void task_view(Ui const& ui, PlanView const& plan, TaskState& state, Box area);

// Who handed the slice out, and gets it back: the label of that copy, or "tim penyusun masterplan".
std::string issuer_text(Document const& document, Strings const& s);
// Name of the slice's agency; "" in a whole plan.
std::string slice_agency_text(Document const& document);

}  // namespace rancang
