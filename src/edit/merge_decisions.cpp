// What is decided about the rows, and between which values. The third part of merge_session.hpp.
#include <algorithm>

#include "edit/merge_session.hpp"

namespace rancang {

// Fields of a group are decided together, each with the values of one side.
void MergeSession::put_decision(std::size_t index, Pick pick, Value value) {
  MergeRow& row = rows_[index];
  MergeItem const& item = items_[row.item];
  if (row.kind == MergeRowKind::created)  // of a record that does not come nothing else is asked
    for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i)
      if (pick == Pick::ours || rows_[i].pick == Pick::ours) rows_[i].pick = pick == Pick::ours ? Pick::ours : Pick::merged;
  bool const grouped = row.kind == MergeRowKind::field && record_info(item.type).fields[row.field].rules.merge == Merge::group;
  if (grouped) {
    std::optional<MergeOption> side;
    for (auto& option : options(index))
      if (pick == Pick::theirs && option.value == value) side = std::move(option);
    for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i) {
      MergeRow& other = rows_[i];
      if (i == index || other.kind != MergeRowKind::field || record_info(item.type).fields[other.field].rules.merge != Merge::group) continue;
      if (pick == Pick::own && other.pick != Pick::merged) continue;
      other.pick = pick == Pick::own ? Pick::ours : pick;
      other.value = {};
      if (!side) continue;
      for (auto const& source : item.sources)
        if (source.file == side->file) other.value = source.record->theirs->get(other.field);
      if (!side->file)
        for (auto& option : options(i))
          if (option.dot == side->dot) other.value = option.value;
    }
  }
  row.pick = pick;
  row.value = std::move(value);
}

void MergeSession::decide(std::size_t index, Pick pick, Value value) {
  if (comparing_ || index >= rows_.size()) return;
  put_decision(index, pick, std::move(value));
  count();
  ++revision_;
}

void MergeSession::accept(MergeGroup group) {
  if (comparing_) return;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].group == group && !is_decided(rows_[i])) put_decision(i, Pick::theirs, offered(rows_[i]));
  count();
  ++revision_;
}

// What the first file says for whose sake a field is asked about.
Value MergeSession::offered(MergeRow const& row) const {
  MergeItem const& item = items_[row.item];
  if (row.kind != MergeRowKind::field) return {};
  Value const clean = clean_value(item, row.field);
  for (auto const& [file, record] : item.sources) {
    bool const asked = row.group == MergeGroup::proposal ? !files_[file].input.proven : row.group != MergeGroup::outside || record->outside;
    Value value = record->theirs->get(row.field);
    if (asked && std::binary_search(record->fields.begin(), record->fields.end(), row.field) && !(value == clean)) return value;
  }
  return clean;
}

// Without a decision; of a new record that is only proposed: as the first file has it.
Value MergeSession::clean_value(MergeItem const& item, std::uint8_t field) const { return (item.clean ? item.clean : item.any())->get(field); }

// Who wrote it, as far as a document tells, and whether it was here already when the base was kept.
void MergeSession::tell_writer(MergeOption& option, Document const& told_by, Node const* base) const {
  if (Provenance const from = provenance(told_by, option.dot); from.who) {
    option.day = from.who->day;
    if (!from.who->label.empty()) option.who = from.who->label, option.agency = from.who->agency;
  }
  if (base && option.dot) option.age = base->causal->has_seen(option.dot) ? MergeOption::Age::before : MergeOption::Age::after;
}

std::vector<MergeOption> MergeSession::options(std::size_t index) const {
  std::vector<MergeOption> out;
  MergeRow const& row = rows_[index];
  MergeItem const& item = items_[row.item];
  if (row.kind != MergeRowKind::field) return out;
  Node const* const base = base_of(item);
  auto const known = [&](Value const& value) { return std::any_of(out.begin(), out.end(), [&](MergeOption const& one) { return one.value == value; }); };
  auto const option_of = [&](Value value, Dot dot) {
    MergeOption option;
    option.value = std::move(value), option.dot = dot;
    tell_writer(option, ours_, base);
    return option;
  };
  if (item.ours) {
    out.push_back(option_of(item.ours->get(row.field), item.ours->causal->stamp_of(row.field)));
    out.back().mine = true;
  }
  if (item.all)
    for (auto& one : different_values(*item.all, row.field)) {
      if (known(one.value)) continue;
      MergeOption option = option_of(std::move(one.value), one.dot);
      for (auto const& source : item.sources) {
        if (option.file || !(source.record->theirs->get(row.field) == option.value)) continue;
        option.file = source.file;
        tell_writer(option, files_[source.file].input.document, base);
      }
      out.push_back(std::move(option));
    }
  for (auto const& source : item.sources) {
    Value value = source.record->theirs->get(row.field);
    if (files_[source.file].input.proven || known(value)) continue;
    MergeOption option;
    option.value = std::move(value), option.file = source.file, option.who = files_[source.file].sender;
    out.push_back(std::move(option));
  }
  return out;
}

bool MergeSession::can_have_both(std::size_t index) const {
  auto const values = options(index);
  if (values.size() < 2) return false;
  Value joined = values.front().value;
  for (std::size_t i = 1; i < values.size(); ++i)
    if (is_empty(values[i].value) || is_empty(joined) || !join_values(joined, values[i].value, false)) return false;
  return true;
}

Value MergeSession::result(std::size_t index) const {
  MergeRow const& row = rows_[index];
  MergeItem const& item = items_[row.item];
  switch (row.pick) {
    case Pick::ours: return item.ours ? item.ours->get(row.field) : clean_value(item, row.field);
    case Pick::theirs:
    case Pick::own: return row.value;
    case Pick::both: {
      auto const values = options(index);
      Value joined = values.empty() ? clean_value(item, row.field) : values.front().value;
      bool const prose = record_info(item.type).fields[row.field].rules.prose;
      for (std::size_t i = 1; i < values.size(); ++i) join_values(joined, values[i].value, prose);
      return joined;
    }
    default: return clean_value(item, row.field);
  }
}

void MergeSession::decide_twins(std::size_t pair, Pick pick) {
  if (comparing_ || pair >= shown_twins_.size()) return;
  shown_twins_[pair].pick = pick;
  ++revision_;
}

}  // namespace rancang
