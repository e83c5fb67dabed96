#pragma once
// The records of a file while it is being read: those of known types as nodes, the others as text; found by id once all are in.
// Must not know: files, causality.
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/document.hpp"
#include "persist/remarks.hpp"

namespace rancang {

class RecordShelf {
 public:
  // A record without a valid id gets one made of its own text, so that reading the file again gives the same.
  void add(std::shared_ptr<Node> node, std::string_view text, Remarks& remarks);
  void add_foreign(std::string_view type, std::string_view text);

  // After the last record: of several with one id the first keeps it, the others get ids of their own. Nothing is lost; references keep meaning the first.
  void index(Remarks& remarks);
  bool indexed() const { return indexed_; }
  // nullptr when absent. Records are not shared with anybody yet.
  Node* find(Ulid id);
  ForeignRecord* find_foreign(std::string_view id);

  std::array<std::vector<NodePtr>, record_type_count> nodes;
  std::vector<ForeignRecord> foreign;

 private:
  struct Place {
    Ulid id;
    RecordType type;
    std::uint32_t position;
  };
  void collect();
  bool rename_duplicates(Remarks& remarks);
  void index_foreign(Remarks& remarks);
  Node& at(Place const& place);

  std::vector<Place> places_;  // sorted by id
  std::unordered_map<std::string, std::size_t> foreign_places_;
  bool indexed_ = false;
};

}  // namespace rancang
