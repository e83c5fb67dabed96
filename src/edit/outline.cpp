#include "edit/outline.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "model/reference_lookup.hpp"

namespace rancang {
namespace {
constexpr RecordType types[outline_level_count] = {record_type<RpjmdVision>, record_type<RpjmdMission>, record_type<RpjmdGoal>, record_type<RpjmdObjective>, record_type<RpjmdProgram>};
constexpr char const* no_parent[outline_level_count] = {"", "", "outline.no_mission", "outline.no_goal", "outline.no_objective"};
constexpr int vision = static_cast<int>(OutlineLevel::vision), last_level = outline_level_count - 1;

RecordInfo const& info_of(int level) { return record_info(types[level]); }
FieldInfo const& title_of(int level) { return info_of(level).fields[static_cast<std::size_t>(info_of(level).title_field())]; }

// The field by which a level hangs on the one above; −1 for the outermost two.
int parent_field(int level) {
  auto const fields = info_of(level).fields;
  for (std::size_t i = 0; level > 0 && i < fields.size(); ++i)
    if (fields[i].type == ValueType::reference && fields[i].target == types[level - 1]) return static_cast<int>(i);
  return -1;
}

class Planner {
 public:
  explicit Planner(Document const& document) {
    for (int level = 0; level < outline_level_count; ++level) {
      int const field = parent_field(level);
      for (Node const* node : in_plan_order(document, types[level])) {
        std::string const text = utf8::fold(node->title());
        if (text.empty()) continue;
        Ulid const parent = field < 0 ? Ulid{} : peek_reference(info_of(level).fields[static_cast<std::size_t>(field)], node->data());
        known_.emplace(key(level, ulid_text(parent), text), node->id);
        auto const [at, fresh] = by_text_.emplace(key(level, {}, text), node->id);
        if (!fresh) at->second = {};  // several: none of them is meant
        has_vision_ |= level == vision;
      }
    }
  }

  void add(OutlineLine const& line) {
    int const level = line.level;
    if (level > last_level) return fail(line, error("outline.too_deep"));
    for (int deeper = level; deeper < outline_level_count; ++deeper) open_[deeper] = none;
    if (!has_letter(line.text)) return fail(line, error("outline.no_text"));
    std::uint32_t const most = title_of(level).rules.max_length;
    if (utf8::length(line.text) > most) return fail(line, error("outline.too_long", {std::to_string(most)}));
    std::string const folded = utf8::fold(line.text);
    int parent = parent_field(level) < 0 ? none : open_[level - 1];
    if (parent == failed) return fail(line, error("outline.above_unread"));
    if (parent_field(level) >= 0 && parent == none) return hang_on_known(line, folded);
    put(line, parent, folded);
  }
  OutlinePlan plan;

 private:
  static constexpr int none = -1, failed = -2;

  static std::string key(int level, std::string_view parent, std::string const& text) { return std::to_string(level) + std::string(parent) + "\n" + text; }

  void fail(OutlineLine const& line, Error problem) {
    if (line.level <= last_level) open_[line.level] = failed;
    plan.problems.push_back({line.line, line.text, std::move(problem)});
  }

  // Nothing above it was pasted: the one record of the plan with that text is meant.
  void hang_on_known(OutlineLine const& line, std::string const& folded) {
    auto const at = by_text_.find(key(line.level, {}, folded));
    if (at == by_text_.end() || !at->second) return fail(line, error(no_parent[line.level]));
    put_item(line, none, at->second, key(line.level, ulid_text(at->second), folded));
  }

  void put(OutlineLine const& line, int parent, std::string const& folded) {
    bool const pasted_parent = parent >= 0 && !plan.items[static_cast<std::size_t>(parent)].known;
    std::string const above = pasted_parent ? "#" + std::to_string(parent) : ulid_text(parent >= 0 ? plan.items[static_cast<std::size_t>(parent)].known : Ulid{});
    std::string const name = key(line.level, above, folded);
    auto const known = known_.find(name);
    if (line.level == vision && known == known_.end() && items_.find(name) == items_.end()) {
      if (has_vision_) return fail(line, error("outline.other_vision"));
      has_vision_ = true;
    }
    put_item(line, parent, known == known_.end() ? Ulid{} : known->second, name);
  }

  void put_item(OutlineLine const& line, int parent, Ulid known, std::string const& name) {
    auto const [at, fresh] = items_.emplace(name, static_cast<int>(plan.items.size()));
    if (fresh) {
      plan.items.push_back({line, parent, known});
      ++(known ? plan.known : plan.created);
    }
    open_[line.level] = at->second;
  }

  std::map<std::string, Ulid> known_, by_text_;
  std::map<std::string, int> items_;
  int open_[outline_level_count] = {none, none, none, none, none};
  bool has_vision_ = false;
};

// Numbers of records that have one: as pasted where that can be kept, else past the highest.
class Numbers {
 public:
  Numbers(Document const& document, int level) : field_(info_of(level).role_field(Role::code)) {
    if (field_ >= 0 && about(level).type != ValueType::integer) field_ = -1;
    if (field_ < 0) return;
    document.table(types[level]).for_each([&](NodePtr const& node) { highest_ = std::max(highest_, *static_cast<std::int64_t const*>(about(level).peek(node->data()))); });
  }
  void add(NewRecord& record, int level, std::int64_t wanted) {
    if (field_ < 0) return;
    Rules const& rules = about(level).rules;
    std::int64_t const number = wanted >= rules.min && wanted <= rules.max ? wanted : std::clamp(highest_ + 1, rules.min, rules.max);
    highest_ = std::max(highest_, number);
    record.values.emplace_back(static_cast<std::uint8_t>(field_), Value(number));
  }

 private:
  FieldInfo const& about(int level) const { return info_of(level).fields[static_cast<std::size_t>(field_)]; }
  int field_;
  std::int64_t highest_ = 0;
};

void add_code(NewRecord& record, int level, std::string const& code) {
  int const field = info_of(level).role_field(Role::code);
  if (field < 0 || code.empty()) return;
  FieldInfo const& about = info_of(level).fields[static_cast<std::size_t>(field)];
  if (about.type == ValueType::text && utf8::length(code) <= about.rules.max_length) record.values.emplace_back(static_cast<std::uint8_t>(field), Value(code));
}
}  // namespace

RecordType outline_type(OutlineLevel level) { return types[static_cast<int>(level)]; }

std::optional<OutlineLevel> outline_level(RecordType type) {
  for (int level = 0; level < outline_level_count; ++level)
    if (types[level] == type) return static_cast<OutlineLevel>(level);
  return std::nullopt;
}

OutlinePlan plan_outline(Document const& document, std::string_view text, OutlineLevel base) {
  OutlineText const read = read_outline_lines(text, base);
  Planner planner(document);
  for (OutlineLine const& column : read.unknown_columns) planner.plan.problems.push_back({column.line, column.text, error("outline.unknown_column")});
  for (OutlineLine const& line : read.lines) planner.add(line);
  return std::move(planner.plan);
}

SetCells outline_command(Document const& document, OutlinePlan const& plan, std::function<Ulid()> const& new_id) {
  SetCells command;
  command.cause = SetCells::Cause::paste;
  std::vector<Ulid> ids;
  std::vector<Numbers> numbers;
  for (int level = 0; level < outline_level_count; ++level) numbers.emplace_back(document, level);
  for (OutlineItem const& item : plan.items) {
    int const level = item.from.level;
    ids.push_back(item.known ? item.known : new_id());
    if (item.known) continue;
    auto const title = static_cast<std::uint8_t>(info_of(level).title_field());
    if (Node const* const single = info_of(level).single ? document.single(types[level]) : nullptr) {
      command.cells.push_back({types[level], single->id, title, Value(item.from.text)});
      continue;
    }
    NewRecord record{types[level], ids.back(), {{title, Value(item.from.text)}}};
    if (item.parent >= 0) record.values.emplace_back(static_cast<std::uint8_t>(parent_field(level)), Value(ids[static_cast<std::size_t>(item.parent)]));
    numbers[static_cast<std::size_t>(level)].add(record, level, item.from.number);
    add_code(record, level, item.from.code);
    command.created.push_back(std::move(record));
  }
  return command;
}

}  // namespace rancang
