#include "persist/record_shelf.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/hash.hpp"
#include "persist/json_walk.hpp"

namespace rancang {
namespace {
// Time zero, so that made ids are told apart from those of our generator and sort first.
Ulid made_id(std::string_view text, std::uint64_t salt) { return make_ulid(0, hash64(text, salt + 1), hash64(text, salt)); }

std::string id_member(std::string_view text) {
  json::Scanner scan(text);
  std::string id;
  json::walk_object(scan, [&](std::string_view key) {
    std::string_view value;
    if (key == "id" && scan.peek() == '"') {
      if (!scan.string(value)) return false;
      id = value;
      return true;
    }
    return scan.skip(value);
  });
  return id;
}

// The record under this id, which stands first as in our own files.
std::string with_id(std::string_view text, std::string_view id) {
  json::Scanner scan(text);
  std::string out = "{\"id\":";
  json::append_string(out, id);
  json::walk_object(scan, [&](std::string_view key) {
    std::string const name(key);
    std::string_view raw;
    if (!scan.skip(raw)) return false;
    if (name == "id") return true;
    out += ',';
    json::append_string(out, name);
    out += ':';
    out += raw;
    return true;
  });
  return out + '}';
}
}  // namespace

void RecordShelf::add(std::shared_ptr<Node> node, std::string_view text, Remarks& remarks) {
  if (!node->id) {
    node->id = made_id(text, 0);
    remarks.add(error("record.no_id", {std::string(node->info().name), ulid_text(node->id)}));
  }
  auto& list = nodes[index_of(node->type)];
  list.push_back(std::move(node));
}

void RecordShelf::add_foreign(std::string_view type, std::string_view text) { foreign.push_back({std::string(type), id_member(text), std::string(text), {}}); }

Node& RecordShelf::at(Place const& place) { return const_cast<Node&>(*nodes[index_of(place.type)][place.position]); }

void RecordShelf::collect() {
  auto const by_id = [](Place const& a, Place const& b) { return a.id < b.id; };
  places_.clear();
  for (auto const& list : nodes) {
    auto const start = static_cast<std::ptrdiff_t>(places_.size());
    for (std::uint32_t i = 0; i < list.size(); ++i) places_.push_back({list[i]->id, list[i]->type, i});
    // Each type is sorted in our own files; what came before it is sorted by now.
    auto const middle = places_.begin() + start;
    if (!std::is_sorted(middle, places_.end(), by_id)) std::stable_sort(middle, places_.end(), by_id);
    std::inplace_merge(places_.begin(), middle, places_.end(), by_id);
  }
}

// Every made id is tried once: a file that foresees them costs no more than its size.
bool RecordShelf::rename_duplicates(Remarks& remarks) {
  auto const same = [](Place const& a, Place const& b) { return a.id == b.id; };
  if (std::adjacent_find(places_.begin(), places_.end(), same) == places_.end()) return false;
  std::unordered_set<Ulid, UlidHash> taken;
  for (auto const& place : places_) taken.insert(place.id);
  std::uint64_t salt = 0;
  for (std::size_t i = 1, first = 0; i < places_.size(); ++i) {
    if (places_[i].id != places_[first].id) {
      first = i, salt = 0;
      continue;
    }
    Node& node = at(places_[i]);
    std::string const before = ulid_text(node.id);
    salt = std::max(salt + 1, static_cast<std::uint64_t>(i - first) * 1000 + index_of(node.type));
    while (!taken.insert(node.id = made_id(before, salt)).second) ++salt;
    remarks.add(error("record.duplicate_id", {std::string(node.info().name), before, ulid_text(node.id)}));
  }
  return true;
}

// The same for records of unknown types, whose ids may be any text; one that a record of ours has is taken, too.
void RecordShelf::index_foreign(Remarks& remarks) {
  std::vector<std::size_t> nameless;
  for (std::size_t i = 0; i < foreign.size(); ++i) {
    auto const ulid = parse_ulid(foreign[i].id);
    bool const fits = !foreign[i].id.empty() && !(ulid && find(*ulid));
    if (!fits || !foreign_places_.emplace(foreign[i].id, i).second) nameless.push_back(i);
  }
  std::unordered_map<std::string, std::uint64_t> salts;
  for (std::size_t const i : nameless) {
    ForeignRecord& record = foreign[i];
    std::string const before = record.id;
    std::string const& seed = before.empty() ? record.json : before;
    std::uint64_t& salt = salts[seed];
    for (bool taken = true; taken; ++salt) {
      Ulid const id = made_id(seed, salt);
      record.id = ulid_text(id);
      taken = find(id) || !foreign_places_.emplace(record.id, i).second;
    }
    remarks.add(before.empty() ? error("record.no_id", {record.type, record.id}) : error("record.duplicate_id", {record.type, before, record.id}));
    record.json = with_id(record.json, record.id);
  }
}

void RecordShelf::index(Remarks& remarks) {
  collect();
  if (rename_duplicates(remarks)) collect();
  index_foreign(remarks);
  indexed_ = true;
}

Node* RecordShelf::find(Ulid id) {
  auto const place = std::lower_bound(places_.begin(), places_.end(), id, [](Place const& one, Ulid key) { return one.id < key; });
  return place != places_.end() && place->id == id ? &at(*place) : nullptr;
}

ForeignRecord* RecordShelf::find_foreign(std::string_view id) {
  auto const place = foreign_places_.find(std::string(id));
  return place == foreign_places_.end() ? nullptr : &foreign[place->second];
}

}  // namespace rancang
