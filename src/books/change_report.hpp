#pragma once
// Changes in groups, and the report that goes into minutes.
// Must not know: screens, how the states were found.
#include "books/change_text.hpp"

namespace rancang {

// person, file: of who wrote the value that stands, and how it got here; day: on which he wrote it; stage: between which workshops of the plan that day lies.
enum class ChangeGroup : std::uint8_t { person, agency, form, day, stage, file };
struct ChangeReport {
  std::vector<FieldChange> changes;                     // in the order of their groups
  struct Group {
    std::string title;
    std::size_t first = 0, count = 0;                   // in `changes`
  };
  std::vector<Group> groups;
};
// People, agencies and files by name, forms in list order, days and stages in time; what is not known comes last. Within a group as changes_between() gives them.
ChangeReport change_report(ChangeWords const& words, std::vector<FieldChange> changes, ChangeGroup by);
// The whole report as text for minutes: `head`, then each group with its sentences.
std::string report_text(ChangeWords const& words, ChangeReport const& report, std::string_view head);
// The day on which a replica wrote, as far as one of both states tells.
std::optional<Date> writing_day(ChangeWords const& words, ReplicaId by);

}  // namespace rancang
