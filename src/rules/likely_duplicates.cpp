#include "rules/likely_duplicates.hpp"

#include <algorithm>
#include <memory>

#include "base/order.hpp"
#include "base/utf8.hpp"
#include "rules/name_index.hpp"

namespace rancang {
namespace {
// Names that so many share tell nobody apart; a crafted file could fill hours with them.
constexpr std::ptrdiff_t most_compared = 100;

struct Named {
  Node const* node;
  std::string folded;
  NameWords words;
};
struct Half {
  std::uint64_t key;
  std::size_t index;
  HalfName name;
  friend bool operator<(Half const& a, Half const& b) { return a.key != b.key ? a.key < b.key : a.index < b.index; }
};

// Those who are named by single references: one agency in common is enough.
bool same_agency(Node const& a, Node const& b) {
  for (auto const& field : a.info().fields) {
    if (field.target != record_type<Agency> || field.type != ValueType::reference) continue;
    Ulid const id = peek_reference(field, a.data());
    if (id && id == peek_reference(field, b.data())) return true;
  }
  return false;
}

bool same_code(Node const& a, Node const& b) {
  int const field = a.info().role_field(Role::code);
  if (field < 0) return false;
  FieldInfo const& about = a.info().fields[static_cast<std::size_t>(field)];
  std::string const code = utf8::fold(peek_text(about, a.data()));
  return !code.empty() && code == utf8::fold(peek_text(about, b.data()));
}

class TypeMatch {
 public:
  TypeMatch(Table const& ours, Table const& theirs, std::vector<LikelyDuplicate>& out) : out_(out) {
    std::vector<Named> strangers;
    theirs.for_each([&](NodePtr const& node) {
      if (!ours.find(node->id)) add(*node, strangers);
    });
    if (strangers.empty()) return;
    ours.for_each([&](NodePtr const& node) { add(*node, known_); });
    for (std::size_t i = 0; i < known_.size(); ++i)
      for (HalfName const& half : halves_of(known_[i].words))
        if (half.key != 0) halves_.push_back({half.key, i, half});
    std::sort(halves_.begin(), halves_.end());
    for (auto const& stranger : strangers) match(stranger);
  }

 private:
  static void add(Node const& node, std::vector<Named>& names) {
    std::string folded = utf8::fold(node.title());
    if (folded.empty()) return;
    NameWords words(folded);
    names.push_back({&node, std::move(folded), std::move(words)});
  }
  void match(Named const& stranger) {
    LikelyDuplicate best;
    for (HalfName const& half : halves_of(stranger.words)) {
      if (half.key == 0) continue;
      auto at = std::lower_bound(halves_.begin(), halves_.end(), Half{half.key, 0, {}});
      auto const last = at + std::min(most_compared, halves_.end() - at);
      for (; at != last && at->key == half.key; ++at) {
        Named const& known = known_[at->index];
        bool const equal = known.folded == stranger.folded;
        if (!equal && !(may_be_similar(at->name, half) && are_similar(known.words, stranger.words))) continue;
        LikelyDuplicate const one{stranger.node->type, known.node->id, stranger.node->id, equal, same_code(*known.node, *stranger.node), same_agency(*known.node, *stranger.node)};
        if (!best.ours || one.weight() > best.weight()) best = one;
      }
    }
    if (best.ours) out_.push_back(best);
  }

  std::vector<LikelyDuplicate>& out_;
  std::vector<Named> known_;
  std::vector<Half> halves_;
};
}  // namespace

std::vector<LikelyDuplicate> likely_duplicates(Document const& ours, Document const& theirs) {
  std::vector<LikelyDuplicate> out;
  for (auto const& info : record_infos())
    if (name_field(info.type, NameKind::title) >= 0) TypeMatch(ours.table(info.type), theirs.table(info.type), out);
  sort_list(out, [](LikelyDuplicate const& a, LikelyDuplicate const& b) {
    if (a.weight() != b.weight()) return a.weight() > b.weight();
    return a.type != b.type ? a.type < b.type : a.theirs < b.theirs;
  });
  return out;
}

}  // namespace rancang
