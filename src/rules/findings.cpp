#include "rules/findings.hpp"

#include <unordered_map>

#include "base/order.hpp"
#include "model/slice.hpp"
#include "rules/affected.hpp"
#include "rules/check.hpp"
#include "rules/finding_tally.hpp"
#include "rules/muting.hpp"

namespace rancang {
namespace {
constexpr std::size_t most_changes = 1'000;  // more than this are not followed one by one

// In a slice only what its agency can mend is checked: what stands around it is not whole.
bool is_ours(Document const& document, Node const* node) { return is_checked(node) && is_writable_in_scope(document, *node); }

bool is_broken_reference(Finding const& finding) { return finding.rule == RuleId::reference_missing || finding.rule == RuleId::reference_in_trash; }
}  // namespace

struct Findings::State {
  Kept shown, aside;
  Usage usage;
  NameIndex names;
  MuteList mutes;
  PlanPeriod period;
  std::array<std::uint32_t, record_type_count> checked{};
  std::uint64_t revision = 0;
  std::unordered_map<Ulid, RecordType, UlidHash> broken;  // records that point to one that is not there: the only ones that notice when one appears
  Report report;  // reused
  std::vector<Finding> kept, hidden;  // … and so are these
  Usage::Touched touched;             // by the last update

  // What is left of a check of the whole document.
  struct Rest {
    Document document;  // costs a pointer for each type
    EqualNames equal_names;
    bool prepared = false;  // names and uses of all records are known
    std::size_t type = 0, row = 0;
    Ulid last;  // of this type
  };
  std::unique_ptr<Rest> rest;

  void follow_broken(Ulid record, std::span<Finding const> fresh) {
    auto const old = shown.store.of(record);
    bool const was_broken = std::any_of(old.begin(), old.end(), is_broken_reference);
    auto const now_broken = std::find_if(fresh.begin(), fresh.end(), is_broken_reference);
    if (now_broken != fresh.end()) broken[record] = now_broken->type;
    else if (was_broken) broken.erase(record);
  }

  // Puts what the report holds in the place of the record's findings.
  bool replace(Ulid record, std::span<Finding const> fresh) {
    hidden.clear();
    if (mutes.names(record)) {
      kept.clear();
      for (Finding const& finding : fresh) (mutes.hides(finding) ? hidden : kept).push_back(finding);
      fresh = kept;
    }
    follow_broken(record, fresh);  // an error is never set aside
    bool const moved = aside.replace(record, hidden);
    return shown.replace(record, fresh) || moved;
  }

  bool check(RuleContext const& context, RecordType type, Ulid id) {
    Node const* const node = context.document.find(type, id);
    if (!node || !node->is_alive() || !is_writable_in_scope(context.document, *node)) return replace(id, {});
    check_record(context, *node, report);
    return replace(id, report.sorted());
  }

  bool check_missing(RuleContext const& context) {
    if (context.document.scope) return replace({}, {});
    check_missing_records(context, report);
    return replace({}, report.sorted());
  }

  void begin(Document const& document);
  void prepare();
  bool run(std::size_t records);
  void rebuild(Document const& document);
  bool update(Document const& after, ChangeSet const& changes);
  Usage::Touched affected(Document const& after, ChangeSet const& changes);
  void follow_checked(Document const& after, ChangeSet const& changes);
};

void Findings::State::begin(Document const& document) {
  shown.clear();
  aside.clear();
  usage.clear();
  checked = {};
  broken.clear();
  mutes.rebuild(document);
  period.years = plan_years(document);
  rest.reset(new Rest{document, {}});
  ++revision;
}

void Findings::State::prepare() {
  rest->equal_names = names.rebuild(rest->document);
  for (auto const& table : rest->document.tables)
    table.for_each([&](NodePtr const& node) {
      if (!is_checked(node.get())) return;
      usage.add(*node);
      checked[index_of(node->type)] += is_ours(rest->document, node.get()) ? 1u : 0u;
    });
  rest->prepared = true;
}

bool Findings::State::run(std::size_t records) {
  if (!rest) return false;
  if (!rest->prepared) prepare();
  RuleContext context{rest->document, period, usage, names, &rest->equal_names};
  for (; rest->type < record_type_count && records > 0; ++rest->type) {
    context.row = rest->row;
    rest->document.tables[rest->type].walk(rest->last, [&](NodePtr const& node) {
      if (is_writable_in_scope(rest->document, *node)) {
        check_record(context, *node, report);
        if (auto const findings = report.sorted(); !findings.empty()) replace(node->id, findings);
      }
      if (is_checked(node.get())) ++context.row;
      rest->last = node->id;
      return --records > 0;
    });
    rest->row = context.row;
    if (records == 0) break;  // this type may go on
    rest->row = 0;
    rest->last = {};
  }
  ++revision;
  if (rest->type < record_type_count) return true;
  check_missing(context);
  rest.reset();
  return false;
}

void Findings::State::rebuild(Document const& document) {
  begin(document);
  run(~std::size_t{0});
}

void Findings::State::follow_checked(Document const& after, ChangeSet const& changes) {
  for (auto const& change : changes.records) {
    auto& rows = checked[index_of(change.type())];
    rows += is_ours(after, change.after.get()) ? 1u : 0u;
    rows -= is_ours(after, change.before.get()) ? 1u : 0u;
  }
}

// Records whose findings may differ after the change, names aside; some may stand there twice.
Usage::Touched Findings::State::affected(Document const& after, ChangeSet const& changes) {
  Usage::Touched touched;
  bool single = false;
  for (auto const& change : changes.records) {
    touched.emplace_back(change.type(), change.id());
    single |= record_info(change.type()).single;
    usage.replace(change.before.get(), change.after.get(), touched);
    mutes.follow(change, after, touched);
  }
  touch_onlookers(after, changes, touched);
  Targets targets = targets_of(changes);
  // Activities change all day and few are read by others: then nobody has to be looked for.
  std::erase_if(targets.changed, [&](auto const& target) {
    Node const* const node = target.first == record_type<ActionItem> ? after.find(target.first, target.second) : nullptr;
    return node && node->is_alive() && usage.count(Use::action_item_reader, target.second) == 0;
  });
  if (!targets.changed.empty()) TargetSet(targets.changed).touch_referrers(after, touched);
  if (!broken.empty() && !targets.appeared.empty()) {
    TargetSet const appeared(targets.appeared);
    for (auto const& [id, type] : broken)
      if (Node const* const node = after.find(type, id); node && appeared.is_named_by(*node)) touched.emplace_back(type, id);
  }
  if (single)
    for (auto const& info : record_infos())
      if (info.single) after.table(info.type).for_each([&](NodePtr const& node) { touched.emplace_back(info.type, node->id); });
  return touched;
}

bool Findings::State::update(Document const& after, ChangeSet const& changes) {
  run(~std::size_t{0});
  bool names_fit = changes.records.size() <= most_changes && period == PlanPeriod{plan_years(after)};
  touched.clear();
  for (auto const& change : changes.records)
    if (names_fit) names_fit = names.replace(change.before.get(), change.after.get(), touched);
  if (!names_fit) {
    rebuild(after);
    touched.clear();
    shown.store.for_each([&](Finding const& finding) { touched.emplace_back(finding.type, finding.record); });
    return false;
  }
  auto const others = affected(after, changes);
  touched.insert(touched.end(), others.begin(), others.end());
  sort_list(touched);
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  follow_checked(after, changes);
  RuleContext const context{after, period, usage, names};
  bool changed = false;
  for (auto const& [type, id] : touched) changed |= check(context, type, id);
  changed |= check_missing(context);
  return changed;
}

Findings::Findings() : state_(std::make_unique<State>()) {}
Findings::~Findings() = default;
Findings::Findings(Findings&&) noexcept = default;
Findings& Findings::operator=(Findings&&) noexcept = default;

void Findings::rebuild(Document const& document) { state_->rebuild(document); }
void Findings::begin(Document const& document) { state_->begin(document); }
bool Findings::run(std::size_t records) { return state_->run(records); }
bool Findings::is_checking() const { return state_->rest != nullptr; }
void Findings::update(Document const& after, ChangeSet const& changes) {
  if (!changes.empty() && state_->update(after, changes)) ++state_->revision;
}

std::span<std::pair<RecordType, Ulid> const> Findings::touched() const { return state_->touched; }
std::span<Finding const> Findings::of(Ulid record) const { return state_->shown.store.of(record); }
std::optional<Severity> Findings::worst(Ulid record) const {
  auto const findings = of(record);
  return findings.empty() ? std::nullopt : std::optional(findings.front().severity);
}
FindingCounts const& Findings::counts() const { return state_->shown.tally.total; }
FindingCounts const& Findings::counts(RecordType type) const { return state_->shown.tally.types[index_of(type)].findings; }
FindingCounts const& Findings::counts_at(std::uint8_t stage) const { return state_->shown.tally.stages[stage]; }
std::uint32_t Findings::owed_at(std::uint8_t stage) const { return state_->shown.tally.owed[stage]; }
std::uint32_t Findings::count(RuleId rule) const { return state_->shown.tally.rules[static_cast<std::size_t>(rule)]; }
std::uint32_t Findings::missing(RecordType type) const { return state_->shown.tally.types[index_of(type)].missing; }
std::uint32_t Findings::checked(RecordType type) const { return state_->checked[index_of(type)]; }
std::uint64_t Findings::revision() const { return state_->revision; }
std::span<Finding const> Findings::muted_of(Ulid record) const { return state_->aside.store.of(record); }
std::uint32_t Findings::muted() const { return state_->aside.tally.total.total(); }
std::uint32_t Findings::muted(RuleId rule) const { return state_->aside.tally.rules[static_cast<std::size_t>(rule)]; }
std::uint32_t Findings::muted_missing(RecordType type) const { return state_->aside.tally.types[index_of(type)].missing; }

std::vector<Ulid> Findings::in_plan_order(Document const& document) const {
  std::vector<Ulid> out;
  if (!of({}).empty()) out.push_back({});
  std::vector<std::pair<std::int64_t, Ulid>> rows;
  for (auto const& info : record_infos()) {
    if (counts(info.type).total() == 0) continue;
    int const order = info.role_field(Role::order);
    rows.clear();
    document.table(info.type).for_each([&](NodePtr const& node) {
      if (of(node->id).empty()) return;
      auto const* value = order < 0 ? nullptr : static_cast<std::int64_t const*>(info.fields[static_cast<std::size_t>(order)].peek(node->data()));
      rows.emplace_back(value ? *value : 0, node->id);
    });
    sort_list(rows);
    for (auto const& [position, id] : rows) out.push_back(id);
  }
  return out;
}

}  // namespace rancang
