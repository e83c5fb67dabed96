#include "model/slice.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/utf8.hpp"

namespace rancang {
namespace {
constexpr RecordType agency_type = record_type<Agency>;

// Who keeps or coordinates a row isn't who works on it: the vision's records are the plan's, whoever looks after them.
bool is_work_key(std::string_view key) { return key != "owner_agency" && key != "coordinator"; }
// What a plan notes about its own keeping stays with the plan.
bool is_keeping(RecordType type) { return type == record_type<IssuedSlice> || type == record_type<MutedFinding>; }

// What the field tables say about a record type in slices.
struct TypeScope {
  std::vector<std::uint8_t> agencies;  // single references to an agency: those own the record
  std::vector<std::uint8_t> supports;  // sets of agencies: those read it
  int parent = -1;                     // of a type without agencies: the first reference that must be given, to a type that has some
  bool is_work = false;                // agencies work on records of this type
  bool is_common = false;              // everybody reads all records of this type
};

using TypeScopes = std::array<TypeScope, record_type_count>;

void take_agencies(RecordInfo const& info, TypeScope& scope) {
  for (std::size_t i = 0; i < info.fields.size(); ++i) {
    FieldInfo const& field = info.fields[i];
    if (field.target != agency_type) continue;
    (field.type == ValueType::reference ? scope.agencies : scope.supports).push_back(static_cast<std::uint8_t>(i));
    scope.is_work |= field.type == ValueType::reference && is_work_key(field.key);
  }
}

TypeScopes make_scopes() {
  TypeScopes scopes;
  for (auto const& info : record_infos()) take_agencies(info, scopes[index_of(info.type)]);
  for (auto const& info : record_infos()) {
    TypeScope& scope = scopes[index_of(info.type)];
    for (std::size_t i = 0; i < info.fields.size(); ++i) {
      FieldInfo const& field = info.fields[i];
      if (field.target == RecordType::none) continue;
      TypeScope& target = scopes[index_of(field.target)];
      bool const owned_target = !target.agencies.empty();
      if (scope.agencies.empty() && scope.parent < 0 && field.type == ValueType::reference && field.rules.required && owned_target) scope.parent = static_cast<int>(i);
      // What an agency's own work may refer to: it has to choose from all of it.
      if (scope.is_work && !target.is_work) target.is_common = true;
    }
  }
  for (auto const& info : record_infos()) {
    TypeScope& scope = scopes[index_of(info.type)];
    scope.is_common = !is_keeping(info.type) && (scope.is_common || (scope.agencies.empty() && scope.parent < 0));
  }
  return scopes;
}

TypeScope const& scope_of(RecordType type) {
  static TypeScopes const scopes = make_scopes();
  return scopes[index_of(type)];
}

bool names(Node const& node, std::vector<std::uint8_t> const& fields, Ulid agency) {
  return std::any_of(fields.begin(), fields.end(), [&](std::uint8_t i) {
    FieldInfo const& field = node.info().fields[i];
    if (field.type == ValueType::reference) return peek_reference(field, node.data()) == agency;
    for (std::size_t row = 0; row < field.row_count(node.data()); ++row)
      if (*static_cast<Ulid const*>(field.row(node.data(), row)) == agency) return true;
    return false;
  });
}

bool names_somebody(Node const& node, TypeScope const& scope) {
  return std::any_of(scope.agencies.begin(), scope.agencies.end(), [&](std::uint8_t i) { return static_cast<bool>(peek_reference(node.info().fields[i], node.data())); });
}

// Its type belongs to what another record belongs to, and that one has not been chosen yet.
bool is_orphan(Node const& node) {
  int const parent = scope_of(node.type).parent;
  return parent >= 0 && !peek_reference(node.info().fields[static_cast<std::size_t>(parent)], node.data());
}

// Calls visit(type, id) for everything that a record refers to, lists included.
template <class Visit>
void each_reference(RecordInfo const& info, void const* record, Visit const& visit) {
  for (auto const& field : info.fields) {
    if (field.type == ValueType::reference) {
      if (Ulid const id = peek_reference(field, record)) visit(field.target, id);
    } else if (field.type == ValueType::references) {
      for (std::size_t i = 0; i < field.row_count(record); ++i) visit(field.target, *static_cast<Ulid const*>(field.row(record, i)));
    } else if (field.type == ValueType::list) {
      for (std::size_t i = 0; i < field.row_count(record); ++i) each_reference(*field.nested, field.row(record, i), visit);
    }
  }
}

class SliceMaker {
 public:
  SliceMaker(Document const& document, Ulid agency) : document_(document), agency_(agency) {}

  std::array<Table, record_type_count> make() {
    for (auto const& info : record_infos()) {
      TypeScope const& scope = scope_of(info.type);
      document_.table(info.type).for_each_stored([&](NodePtr const& node) {
        bool const mine = belongs_to(document_, *node, agency_);
        if (mine || (node->is_alive() && (scope.is_common || names(*node, scope.supports, agency_)))) add(node);
      });
    }
    // Whatever a record refers to comes along, or it could not be read.
    for (std::size_t next = 0; next < found_.size(); ++next) {
      NodePtr const node = found_[next];
      each_reference(node->info(), node->data(), [&](RecordType type, Ulid id) {
        if (NodePtr const* const other = document_.table(type).find(id)) add(*other);
      });
    }
    std::array<std::vector<NodePtr>, record_type_count> by_type;
    for (auto& node : found_) by_type[index_of(node->type)].push_back(std::move(node));
    std::array<Table, record_type_count> tables;
    for (std::size_t type = 0; type < record_type_count; ++type)
      if (!by_type[type].empty()) tables[type].assign(std::move(by_type[type]));
    return tables;
  }

 private:
  void add(NodePtr const& node) {
    if (known_.insert(node->id).second) found_.push_back(node);
  }

  Document const& document_;
  Ulid agency_;
  std::vector<NodePtr> found_;
  std::unordered_set<Ulid, UlidHash> known_;
};

// The labels of those who wrote something that is in the tables.
std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const> replicas_in(std::array<Table, record_type_count> const& tables, Document const& document, ReplicaId issuer) {
  std::map<ReplicaId, ReplicaInfo> out;
  auto const take = [&](ReplicaId id) {
    auto const at = document.replicas->find(id);
    if (at != document.replicas->end()) out.emplace(*at);
  };
  take(issuer);
  for (auto const& table : tables)
    table.for_each_stored([&](NodePtr const& node) {
      for (Dot dot : node->causal->seen) take(dot.replica);
    });
  return std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(out));
}

// "Kota Tebing Tinggi" → "Tebing Tinggi".
std::string_view bare_region(std::string_view name) {
  for (std::string_view word : {"Kota ", "Kabupaten "})
    if (name.substr(0, word.size()) == word) return name.substr(word.size());
  return name;
}
}  // namespace

bool belongs_to(Document const& document, Node const& node, Ulid agency) {
  if (!agency || is_keeping(node.type)) return false;
  if (node.type == agency_type) return node.id == agency;
  TypeScope const& scope = scope_of(node.type);
  if (names(node, scope.agencies, agency)) return true;
  if (scope.parent < 0) return false;
  FieldInfo const& field = node.info().fields[static_cast<std::size_t>(scope.parent)];
  Node const* const parent = document.find(field.target, peek_reference(field, node.data()));
  return parent && names(*parent, scope_of(parent->type).agencies, agency);
}

bool is_agency_work(RecordType type) {
  if (type == agency_type) return false;  // nobody makes another agency
  TypeScope const& scope = scope_of(type);
  if (scope.parent < 0) return scope.is_work && !is_keeping(type);
  return scope_of(record_info(type).fields[static_cast<std::size_t>(scope.parent)].target).is_work;
}

void claim_for_scope(Document const& document, Node& node) {
  TypeScope const& scope = scope_of(node.type);
  if (!document.scope || scope.agencies.empty() || is_keeping(node.type) || names_somebody(node, scope)) return;
  auto const fields = node.info().fields;
  auto const work = std::find_if(scope.agencies.begin(), scope.agencies.end(), [&](std::uint8_t i) { return is_work_key(fields[i].key); });
  fields[work == scope.agencies.end() ? scope.agencies.front() : *work].set(node.data(), Value(document.scope->agency));
}

bool is_writable_in_scope(Document const& document, Node const& node) {
  return !document.scope || belongs_to(document, node, document.scope->agency) || (document.scope->agency && is_orphan(node));
}

bool is_creatable_in_scope(Document const& document, Node const& node) {
  if (is_writable_in_scope(document, node)) return true;
  TypeScope const& scope = scope_of(node.type);
  if (!document.scope->agency || scope.agencies.empty() || is_keeping(node.type)) return false;
  return !names_somebody(node, scope);
}

Document make_slice(Document const& document, SliceScope scope) {
  Document out;
  out.plan_id = document.plan_id;
  out.tables = SliceMaker(document, scope.agency).make();
  out.replicas = replicas_in(out.tables, document, scope.issued_by);
  out.scope = std::make_shared<SliceScope const>(std::move(scope));
  return out;
}

SliceContent slice_content(Document const& slice) {
  SliceContent out;
  for (auto const& table : slice.tables)
    table.for_each([&](NodePtr const& node) { ++(is_writable_in_scope(slice, *node) ? out.writable : out.context); });
  return out;
}

std::string file_name_part(std::string_view name) {
  std::string out;
  for (char c : utf8::fold(name)) {
    if (out.size() >= 60) break;
    bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) out += c;
    else if (!out.empty() && out.back() != '-') out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

namespace {
std::string region_part(Document const& document) {
  Node const* const plan = document.single(record_type<Plan>);
  std::string region = file_name_part(plan ? bare_region(plan->as<Plan>().region_name) : std::string_view());
  return region.empty() ? "rencana" : region;
}
}  // namespace

std::string slice_file_name(Document const& document, Ulid agency, Date day) {
  Node const* const node = document.find(agency_type, agency);
  std::string const name = file_name_part(node ? node->title() : std::string_view());
  return region_part(document) + "_" + (name.empty() ? ulid_text(agency) : name) + "_" + iso_date(day) + ".rancang.json";
}

std::string fresh_slice_name(Document const& document, Ulid agency, Date day, std::vector<std::string> const& taken) {
  std::string const plain = slice_file_name(document, agency, day);
  std::string name = plain;
  for (int n = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++n) name = std::string(plain).insert(plain.rfind('_'), "-" + std::to_string(n));
  return name;
}

std::string slices_file_name(Document const& document, Date day) { return region_part(document) + "_berkas-opd_" + iso_date(day) + ".zip"; }

}  // namespace rancang
