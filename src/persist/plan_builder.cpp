#include "persist/plan_builder.hpp"

#include "base/order.hpp"
#include "base/utf8.hpp"
#include "persist/json_text.hpp"
#include "persist/scope_codec.hpp"

namespace rancang {
namespace {
constexpr std::size_t shown_chars = 40;
// Containers around a record and around an entry of causality.
constexpr std::size_t record_depth = 3, entry_depth = 2;

ReplicaId reader_of(ReadLimits const& limits) { return limits.reader ? limits.reader : *parse_replica("00000000"); }
}  // namespace

PlanBuilder::PlanBuilder(json::Budget& budget)
    : budget_(budget), remarks_(budget.limits.remarks), decoder_(budget_, remarks_), causality_(shelf_, decoder_, remarks_, reader_of(budget.limits)) {}

bool PlanBuilder::fail(std::string id, std::vector<std::string> args) {
  if (!error_) error_ = rancang::error(std::move(id), std::move(args));
  return false;
}

bool PlanBuilder::begin_member(std::string_view key) {
  if (!members_.insert(std::string(key)).second) return fail("file.duplicate_key", {std::string(key)});
  if (members_.size() <= 3) first_members_ += (first_members_.empty() ? "" : ", ") + std::string(utf8::cut(key, shown_chars));
  after_end_ |= has_end_;
  return true;
}

bool PlanBuilder::wrong_shape(std::string_view member) {
  if (format_ != "rancang") return check_format();
  return fail("file.wrong_shape", {std::string(member)});
}

bool PlanBuilder::member(std::string_view key, std::string_view text) { return begin_member(key) && head_member(key, text); }

bool PlanBuilder::head_member(std::string_view key, std::string_view text) {
  auto const text_member = [&](std::string& out) { return parse_text(text, out) || wrong_shape(key); };
  if (key == "format") {
    if (!parse_text(text, format_)) format_ = utf8::cut(text, shown_chars);
    return true;
  }
  if (key == "version") return set_version(text);
  if (key == "kind") return text_member(plan_.envelope.kind);
  if (key == "plan_id") return set_plan_id(text);
  if (key == "saved_at") return text_member(plan_.envelope.saved_at);
  if (key == "app") return text_member(plan_.envelope.app);
  if (key == "scope") {
    if (text != "null") plan_.document.scope = std::make_shared<SliceScope const>(parse_scope(text));
    return true;
  }
  if (key == "end") {
    FileEnd end;
    has_end_ = true;
    if (parse_end(text, end)) end_ = std::move(end);
    return true;
  }
  if (key != "replicas" || !parse_replicas(text, replicas_, extras_)) extras_.emplace_back(std::string(key), std::string(text));
  return true;
}

bool PlanBuilder::set_version(std::string_view text) {
  std::int64_t version = 0;
  constexpr std::int64_t most = 1'000'000;
  if (!json::parse_whole(text, version) || version < 1 || version > most) return wrong_shape("version");
  plan_.version = static_cast<int>(version);
  plan_.read_only = version > format_version;
  return true;
}

bool PlanBuilder::set_plan_id(std::string_view text) {
  if (text == "null") return true;
  std::string id;
  auto const ulid = parse_text(text, id) ? parse_ulid(id) : std::nullopt;
  if (!ulid) return wrong_shape("plan_id");
  plan_.document.plan_id = *ulid;
  return true;
}

bool PlanBuilder::records() { return begin_member("records"); }

bool PlanBuilder::type(std::string_view name) {
  type_name_ = name;
  if (!types_.insert(type_name_).second) return fail("file.duplicate_key", {type_name_});
  type_ = find_record_info(name);
  in_type_ = 0;
  return true;
}

bool PlanBuilder::record(std::string_view text) {
  if (++in_type_ > budget_.limits.records_per_type) return fail("file.too_many_records", {type_name_});
  ++record_count_;
  if (type_) shelf_.add(decoder_.decode(type_->type, text, Origin::normal), text, remarks_);
  else shelf_.add_foreign(type_name_, text);
  return true;
}

bool PlanBuilder::record_line(std::string_view text) {
  if (auto node = type_ ? decoder_.decode(type_->type, text, Origin::file_line) : nullptr) {
    if (++in_type_ > budget_.limits.records_per_type) return false;
    ++record_count_;
    shelf_.add(std::move(node), text, remarks_);
    return true;
  }
  return !text.empty() && text[0] == '{' && !json::normalise(text, budget_, record_depth, normal_) && record(normal_);
}

bool PlanBuilder::causality() {
  if (!begin_member("causality")) return false;
  causality_.begin();
  if (members_.count("records") && !shelf_.indexed()) shelf_.index(remarks_);
  return true;
}

bool PlanBuilder::entry(std::string_view id, std::string_view text) {
  causality_.entry(id, text);
  return causality_.twice().empty() || fail("file.duplicate_key", {causality_.twice()});
}

bool PlanBuilder::entry_line(std::string_view id, std::string_view text) {
  if (causality_.entry_line(id, text)) return true;
  if (!causality_.twice().empty() || !shelf_.indexed()) return false;
  return !json::normalise(text, budget_, entry_depth, normal_) && entry(id, normal_);
}

bool PlanBuilder::check_format() {
  if (format_ == "rancang") return plan_.version >= 1 && members_.count("version") ? true : fail("file.wrong_shape", {"version"});
  std::string const found = format_.empty() ? first_members_ : std::string(utf8::cut(format_, shown_chars));
  return fail("file.not_rancang", {found});
}

void PlanBuilder::check_end(std::uint64_t checksum) {
  bool const fits = end_ && !after_end_ && end_->records == record_count_ && end_->checksum == checksum_text(checksum);
  if (fits) return;
  plan_.edited_by_hand = true;
  remarks_.add(rancang::error(has_end_ ? "file.edited" : "file.no_end"));
}

void PlanBuilder::assemble(std::vector<NodePtr>& nodes, Table& table) {
  for (auto const& node : nodes)
    if (auto causal = causality_.missing_causal(*node)) const_cast<Node&>(*node).causal = std::move(causal);  // not shared yet
  if (!nodes.empty()) table.assign(std::move(nodes));
}

void PlanBuilder::assemble_frame() {
  for (auto& record : shelf_.foreign)
    if (record.causality.empty()) record.causality = causality_.missing_entry();
  sort_list(shelf_.foreign, [](ForeignRecord const& a, ForeignRecord const& b) { return a.type != b.type ? a.type < b.type : a.id < b.id; });
  if (causality_.unstamped() > 0) remarks_.add(rancang::error("causality.missing", {std::to_string(causality_.unstamped())}));
  Document& document = plan_.document;
  document.foreign = std::make_shared<std::vector<ForeignRecord> const>(std::move(shelf_.foreign));
  document.replicas = std::make_shared<ReplicaMap const>(std::move(replicas_));
  if (!extras_.empty()) document.extras = std::make_shared<Extras const>(std::move(extras_));
  plan_.has_causality = causality_.given();
  plan_.remarks = remarks_.take();
}

bool PlanBuilder::finish(std::uint64_t checksum, std::size_t budget) {
  switch (phase_) {
    case Phase::check:
      if (!check_format()) return false;
      check_end(checksum);
      if (!shelf_.indexed()) shelf_.index(remarks_);
      phase_ = Phase::entries;
      return true;
    case Phase::entries:
      if (!causality_.settle(budget)) phase_ = Phase::tables;
      return causality_.twice().empty() || fail("file.duplicate_key", {causality_.twice()});
    case Phase::tables:
      assemble(shelf_.nodes[next_], plan_.document.tables[next_]);
      if (++next_ == record_type_count) phase_ = Phase::foreign;
      return true;
    default: assemble_frame(); return false;
  }
}

}  // namespace rancang
