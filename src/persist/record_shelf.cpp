#include "persist/record_shelf.hpp"

#include <algorithm>

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

bool RecordShelf::rename_duplicates(Remarks& remarks) {
  bool renamed = false;
  for (std::size_t i = 1, first = 0; i < places_.size(); ++i) {
    if (places_[i].id != places_[first].id) {
      first = i;
      continue;
    }
    Node& node = at(places_[i]);
    std::string const before = ulid_text(node.id);
    node.id = made_id(before, static_cast<std::uint64_t>(i - first) * 1000 + index_of(node.type));
    remarks.add(error("record.duplicate_id", {std::string(node.info().name), before, ulid_text(node.id)}));
    renamed = true;
  }
  return renamed;
}

void RecordShelf::index(Remarks& remarks) {
  do {
    collect();
  } while (rename_duplicates(remarks));
  for (std::size_t i = 0; i < foreign.size(); ++i) foreign_places_.emplace(foreign[i].id, i);
  indexed_ = true;
}

Node* RecordShelf::find(Ulid id) {
  auto const place = std::lower_bound(places_.begin(), places_.end(), id, [](Place const& one, Ulid key) { return one.id < key; });
  return place != places_.end() && place->id == id ? &at(*place) : nullptr;
}

std::vector<ForeignRecord*> RecordShelf::find_foreign(std::string_view id) {
  std::vector<ForeignRecord*> out;
  auto const [from, to] = foreign_places_.equal_range(std::string(id));
  for (auto it = from; it != to; ++it) out.push_back(&foreign[it->second]);
  return out;
}

}  // namespace rancang
