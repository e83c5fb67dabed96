// The merge board in sentences, for the minutes of a meeting.
#include <algorithm>

#include "books/change_text.hpp"
#include "ui/views/merge_view.hpp"

namespace rancang {
namespace {
std::string ended(std::string sentence) { return sentence.ends_with('.') ? sentence : sentence + "."; }

class MergeReportText {
 public:
  MergeReportText(Ui const& ui, PlanView const& plan, MergeSession const& session) : ui_(ui), plan_(plan), session_(session) {}

  std::string write(std::string const& head) {
    MergeTally const& tally = session_.tally();
    std::string out = head + "\n" + ui_.s.merge_facts(number(session_.files().size()), number(tally.total), number(tally.records)) + ". " +
                      ui_.s.merge_ready(number(tally.ready()), number(tally.total), number(tally.waiting)) + ".\n\n";
    for (auto const& file : session_.files()) out += "- " + ended(file_sentence(file)) + "\n";
    for (std::size_t i = 0; i < session_.rows().size(); ++i) tell_row(i);
    for (auto const& twins : session_.twins()) tell_twins(twins);
    for (Part const& part : parts_)
      if (part.count > 0) out += "\n" + std::string(part.title) + " (" + number(part.count) + ")\n" + part.lines;
    return out;
  }

 private:
  struct Part {
    std::string_view title;
    std::size_t count = 0;
    std::string lines;
    void add(std::string const& sentence) { lines += "- " + ended(sentence) + "\n", ++count; }
  };

  std::string number(std::size_t count) const { return format_integer(static_cast<std::int64_t>(count), ui_.numbers); }

  std::string file_sentence(MergeFile const& file) const {
    std::string const told = merge_told_text(ui_, session_, file), left_out = merge_left_out_text(ui_, file);
    std::string name = merge_file_name(ui_, session_, file);
    if (name != file.input.name) name += " (" + file.input.name + ")";
    std::string out = told.empty() ? ui_.s.merge_report_file(name, file.sender.empty() ? ui_.s.merge_no_name() : std::string_view(file.sender), merge_saved_text(ui_, file), merge_base_text(ui_, file)) : name + ": " + told;
    if (file.state == MergeFileState::differs) {
      out += ". " + ui_.s.merge_report_counts(number(file.changes), number(file.clean), number(file.conflicts), number(file.outside), number(file.proposals));
      if (file.errors.value_or(0) > 0) out += "; " + ui_.s.merge_report_errors(number(*file.errors));
      if (!file.ticked) out += "; " + std::string(ui_.s.merge_report_unticked());
    }
    return left_out.empty() ? out : ended(std::move(out)) + " " + left_out;
  }

  std::string words(FieldInfo const& field, Value value) const {
    if (is_empty(value)) return {};
    VersionCard const card = version_card(ui_, plan_, session_.named(), field, std::move(value));
    std::string out = card.chips.empty() ? card.text : std::string();
    for (auto const& chip : card.chips) out += (out.empty() ? "" : ", ") + chip;
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }
  std::string shown(std::string text) const { return text.empty() ? std::string(ui_.s.merge_nothing_given()) : text_beginning(std::move(text)); }

  std::string versions(FieldInfo const& field, std::vector<MergeOption> const& options, bool mine) const {
    std::string out;
    for (auto const& option : options)
      if (mine || !option.mine) out += (out.empty() ? "" : "; ") + merge_version_title(ui_, session_, option) + ": " + shown(words(field, option.value));
    return out;
  }

  std::string how(MergeRow const& row, std::vector<MergeOption> const& options) const {
    if (row.kind == MergeRowKind::created) return std::string(ui_.s.merge_accept());
    if (row.kind != MergeRowKind::field) return std::string(row.pick == Pick::ours ? ui_.s.merge_keep() : ui_.s.merge_delete());
    switch (row.pick) {
      case Pick::ours: return std::string(ui_.s.merge_mine());
      case Pick::both: return std::string(ui_.s.merge_both());
      case Pick::own: return std::string(ui_.s.merge_report_own());
      default: break;
    }
    for (auto const& option : options)
      if (option.value == row.value) return merge_version_title(ui_, session_, option);
    return std::string(ui_.s.merge_theirs());
  }

  // Who brings what comes by itself.
  std::string bringers(MergeRow const& row, MergeItem const& item) const {
    MergeItem said = item;
    if (row.kind == MergeRowKind::field)
      std::erase_if(said.sources, [&](MergeSource const& source) {
        return !session_.files()[source.file].input.proven || source.record->outside || !std::binary_search(source.record->fields.begin(), source.record->fields.end(), row.field);
      });
    return " (" + merge_item_files(ui_, session_, said) + ")";
  }

  // What is said where, of a field or of the record itself.
  void tell_row(std::size_t index) {
    MergeRow const& row = session_.rows()[index];
    MergeItem const& item = session_.items()[row.item];
    std::string const what = record_in_words(ui_.s, session_.named(), *item.any());
    std::string from;
    if (row.group == MergeGroup::outside) from = " (" + std::string(ui_.s.merge_group_outside()) + ")";
    if (row.group == MergeGroup::proposal) from = " (" + std::string(ui_.s.merge_group_proposal()) + ")";
    auto const options = session_.options(index);
    bool const of_field = row.kind == MergeRowKind::field;
    std::string sentence, open = what + ": " + merge_row_text(ui_, item, row) + " (" + merge_item_files(ui_, session_, item) + ")", kept = open;
    if (of_field) {
      FieldInfo const& field = record_info(item.type).fields[row.field];
      std::string const label(field_label(ui_.s, record_info(item.type), field)), before = item.ours ? words(field, item.ours->get(row.field)) : std::string(), after = words(field, session_.result(index));
      sentence = before == after ? ui_.s.merge_report_kept(label, what, shown(before)) : written_sentence(ui_.s, label, what, before, after);
      open = ui_.s.merge_report_open(label, what, versions(field, options, true));
      kept = ui_.s.merge_report_kept(label, what, shown(before)) + "; " + versions(field, options, false);
    } else if (row.kind == MergeRowKind::created) sentence = ui_.s.change_created(what);
    else if (row.kind == MergeRowKind::deleted) sentence = ui_.s.change_deleted(what);
    else sentence = what + ": " + merge_row_text(ui_, item, row);
    if (!session_.is_decided(row)) return parts_[2].add(open + from);
    if (session_.is_refused(row)) return parts_[3].add(kept + from);
    if (row.pick == Pick::merged) return parts_[0].add(sentence + bringers(row, item));
    parts_[1].add(ui_.s.merge_report_how(sentence, how(row, options)) + from);
  }

  void tell_twins(MergeTwins const& twins) {
    std::string const pair = merge_title(ui_, session_, twins.pair.type, twins.pair.ours) + " / " + merge_title(ui_, session_, twins.pair.type, twins.pair.theirs);
    parts_[4].add(pair + ": " + std::string(twins.pick == Pick::theirs ? ui_.s.merge_twins_join() : ui_.s.merge_twins_apart()));
  }

  Ui const& ui_;
  PlanView const& plan_;
  MergeSession const& session_;
  std::array<Part, 5> parts_{{{ui_.s.merge_report_clean(), 0, {}}, {ui_.s.merge_report_decided(), 0, {}}, {ui_.s.merge_report_waiting(), 0, {}}, {ui_.s.merge_report_refused(), 0, {}}, {ui_.s.merge_group_twins(), 0, {}}}};
};
}  // namespace

std::string merge_report_text(Ui const& ui, PlanView const& plan, MergeSession const& session, std::string const& head) { return MergeReportText(ui, plan, session).write(head); }

}  // namespace rancang
