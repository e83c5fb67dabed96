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

}  // namespace

// The names of one type.
class LikelyDuplicates::Names {
 public:
  void add(Node const& node) {
    Named named = named_of(node);
    if (named.folded.empty()) return;
    for (HalfName const& half : halves_of(named.words))
      if (half.key != 0) halves_.push_back({half.key, known_.size(), half});
    known_.push_back(std::move(named));
  }
  static Named named_of(Node const& node) {
    std::string folded = utf8::fold(node.title());
    NameWords words(folded);
    return {&node, std::move(folded), std::move(words)};
  }
  // Leaves `best` as it is when none is better.
  void find_better(Named const& stranger, TwinPair& best) {
    sort_halves();
    for (HalfName const& half : halves_of(stranger.words)) {
      if (half.key == 0) continue;
      auto at = std::lower_bound(halves_.begin(), halves_.end(), Half{half.key, 0, {}});
      auto const last = at + std::min(most_compared, halves_.end() - at);
      for (; at != last && at->key == half.key; ++at) {
        Named const& known = known_[at->index];
        bool const equal = known.folded == stranger.folded;
        if (!equal && !(may_be_similar(at->name, half) && are_similar(known.words, stranger.words))) continue;
        TwinPair const one{stranger.node->type, known.node->id, stranger.node->id, equal, same_code(*known.node, *stranger.node), same_agency(*known.node, *stranger.node)};
        if (!best.ours || one.weight() > best.weight()) best = one;
      }
    }
  }

 private:
  void sort_halves() {
    if (sorted_ < halves_.size()) std::sort(halves_.begin(), halves_.end());
    sorted_ = halves_.size();
  }

  std::vector<Named> known_;
  std::vector<Half> halves_;
  std::size_t sorted_ = 0;
};

// Those that came later are few, and sorted anew for each document.
struct LikelyDuplicates::OfType {
  Names first, later;
};

LikelyDuplicates::LikelyDuplicates(Document ours) : ours_(std::move(ours)), names_(record_type_count) {}
LikelyDuplicates::~LikelyDuplicates() = default;

void LikelyDuplicates::add(NodePtr const& node) {
  if (ours_.table(node->type).find(node->id)) return;
  ours_.table(node->type).put(node);
  if (auto const& names = names_[index_of(node->type)]) names->later.add(*node);
}

std::vector<TwinPair> LikelyDuplicates::find(Document const& theirs) {
  std::vector<TwinPair> out;
  for (auto const& info : record_infos()) {
    if (name_field(info.type, NameKind::title) < 0) continue;
    Table const& ours = ours_.table(info.type);
    theirs.table(info.type).for_each([&](NodePtr const& node) {
      if (ours.find(node->id)) return;
      Named const stranger = Names::named_of(*node);
      if (stranger.folded.empty()) return;
      auto& names = names_[index_of(info.type)];
      if (!names) {
        names = std::make_unique<OfType>();
        ours.for_each([&](NodePtr const& known) { names->first.add(*known); });
      }
      TwinPair best;
      names->first.find_better(stranger, best);
      names->later.find_better(stranger, best);
      if (best.ours) out.push_back(best);
    });
  }
  sort_list(out, [](TwinPair const& a, TwinPair const& b) {
    if (a.weight() != b.weight()) return a.weight() > b.weight();
    return a.type != b.type ? a.type < b.type : a.theirs < b.theirs;
  });
  return out;
}

std::unique_ptr<TwinFinder> likely_duplicates(Document const& ours) { return std::make_unique<LikelyDuplicates>(ours); }

}  // namespace rancang
