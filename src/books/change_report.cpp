#include "books/change_report.hpp"

#include <limits>

#include "base/order.hpp"
#include "model/reference_lookup.hpp"
#include "rules/owed.hpp"

namespace rancang {
namespace {

constexpr std::int32_t last = std::numeric_limits<std::int32_t>::max();

struct Heading {
  std::string title;
  std::int32_t order = 0;  // before the title
};

class Headings {
 public:
  Headings(ChangeWords const& words, ChangeGroup by) : words_(words), by_(by) {
    if (by == ChangeGroup::stage) find_stages();
  }

  Heading of(FieldChange const& change) const {
    Strings const& s = words_.strings;
    switch (by_) {
      case ChangeGroup::person: return change.by ? Heading{writer_name(words_, change.by)} : Heading{std::string(s.change_nobody()), last};
      case ChangeGroup::form: return {std::string(record_many(s, change.node().info()))};
      case ChangeGroup::agency: return agency(change);
      case ChangeGroup::day: return day(change);
      case ChangeGroup::stage: return stage(change);
      case ChangeGroup::file: break;
    }
    std::string_view const file = words_.arrivals ? words_.arrivals->file_of(change.by) : std::string_view();
    return file.empty() ? Heading{std::string(s.change_no_file()), last} : Heading{std::string(file)};
  }

 private:
  struct Stage {
    Date start, end;
    std::string name;
  };

  void find_stages() {
    words_.to.table_of<Workshop>().for_each([&](NodePtr const& node) {
      auto const& workshop = node->as<Workshop>();
      if (node->title().empty()) return;
      bool const between = workshop.phase == WorkshopPhase::before || workshop.phase == WorkshopPhase::after;  // the time around the four, no workshop
      if (workshop.start_date && !between) stages_.push_back({*workshop.start_date, workshop.end_date.value_or(*workshop.start_date), std::string(node->title())});
    });
    sort_list_stably(stages_, [](Stage const& a, Stage const& b) { return a.start < b.start; });
  }

  Heading agency(FieldChange const& change) const {
    Ulid const agency = agency_of(change.after ? words_.to : words_.from, change.node());
    return agency ? Heading{reference_text(words_.to, record_type<Agency>, agency)} : Heading{std::string(words_.strings.change_no_agency()), last};
  }
  Heading day(FieldChange const& change) const {
    auto const day = writing_day(words_, change.by);
    return day ? Heading{format_date(*day, words_.style.numbers), day->days} : Heading{std::string(words_.strings.change_no_day()), last};
  }
  Heading stage(FieldChange const& change) const {
    Strings const& s = words_.strings;
    auto const day = writing_day(words_, change.by);
    if (!day || stages_.empty()) return {std::string(day ? s.change_no_stage() : s.change_no_day()), last};
    std::size_t begun = 0;
    while (begun < stages_.size() && !(*day < stages_[begun].start)) ++begun;
    if (begun == 0) return {s.change_before_stage(stages_[0].name), 0};
    Stage const& stage = stages_[begun - 1];
    bool const during = !(stage.end < *day);
    return {during ? stage.name : s.change_after_stage(stage.name), static_cast<std::int32_t>(2 * begun - (during ? 1 : 0))};
  }

  ChangeWords const& words_;
  ChangeGroup by_;
  std::vector<Stage> stages_;
};

}  // namespace

std::optional<Date> writing_day(ChangeWords const& words, ReplicaId by) {
  for (Document const* const document : {&words.to, &words.from})
    if (auto const known = document->replicas->find(by); known != document->replicas->end() && known->second.day) return known->second.day;
  return std::nullopt;
}

ChangeReport change_report(ChangeWords const& words, std::vector<FieldChange> changes, ChangeGroup by) {
  struct Titled {
    Heading heading;
    std::size_t index;
  };
  Headings const headings(words, by);
  std::vector<Titled> order;
  for (std::size_t i = 0; i < changes.size(); ++i) order.push_back({headings.of(changes[i]), i});
  // Forms come in list order already.
  if (by != ChangeGroup::form)
    sort_list_stably(order, [](Titled const& a, Titled const& b) { return a.heading.order != b.heading.order ? a.heading.order < b.heading.order : a.heading.title < b.heading.title; });
  ChangeReport report;
  for (Titled const& entry : order) {
    if (report.groups.empty() || report.groups.back().title != entry.heading.title) report.groups.push_back({entry.heading.title, report.changes.size(), 0});
    ++report.groups.back().count;
    report.changes.push_back(std::move(changes[entry.index]));
  }
  return report;
}

std::string report_text(ChangeWords const& words, ChangeReport const& report, std::string_view head) {
  std::string out = std::string(head) + "\n";
  for (auto const& group : report.groups) {
    out += "\n" + group.title + "\n";
    for (std::size_t i = 0; i < group.count; ++i) out += "- " + change_sentence(words, report.changes[group.first + i]) + "\n";
  }
  return out;
}

}  // namespace rancang
