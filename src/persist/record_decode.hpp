#pragma once
// The line of a record → Node, straight into its fields by their table.
// Must not know: documents, causality, where a line comes from.
#include <memory>
#include <string_view>

#include "model/node.hpp"
#include "persist/json_foreign.hpp"
#include "persist/json_text.hpp"
#include "persist/remarks.hpp"

namespace rancang {

// file_line: bytes of a file as they stand, nothing checked yet. normal: what normalise() made.
enum class Origin : std::uint8_t { file_line, normal };

class RecordDecoder {
 public:
  RecordDecoder(json::Budget& budget, Remarks& remarks) : budget_(budget), remarks_(remarks) {}

  // Null: a file line that holds anything unusual (unknown member, value of another type, other spelling); to be normalised and tried again.
  // Of normal text always a node; its id is null when the text has none that is valid. Values that don't fit their field stay in `extras`, with a remark.
  std::shared_ptr<Node> decode(RecordType type, std::string_view text, Origin origin);

  // One value into a field of `record`: fits means that nothing of the text was left over.
  enum class Fit : std::uint8_t { whole, partly, wrong, broken };
  Fit decode_field(FieldInfo const& field, std::string_view text, void* record);

 private:
  struct Misfit {
    std::string key, raw;
  };
  Fit object(RecordInfo const& info, void* target, Node* node);
  Fit member(FieldInfo const& field, void* target, Node* node);
  // Our own files keep table order: the next member is nearly always one of the fields that follow. −1: none of them.
  int expected_field(RecordInfo const& info, std::size_t& next);
  Fit unknown(Node* node, std::string_view key);
  Fit set_aside(Fit fit, Node* node, std::string key, char const* start, bool known);
  Fit value(FieldInfo const& field, void* record);
  Fit scalar(FieldInfo const& field, void* record);
  Fit text_value(FieldInfo const& field, void* record);
  Fit reference(FieldInfo const& field, void* record);
  Fit references(FieldInfo const& field, void* record);
  Fit series(FieldInfo const& field, void* record);
  Fit series_values(FieldInfo const& field);
  Fit list(FieldInfo const& field, void* record);
  bool series_number(FieldInfo const& field, std::int64_t& out);
  bool read_id(Node& node);
  bool spend() {
    if (origin_ == Origin::normal) return true;  // counted when it was made normal
    if (budget_.nodes == 0) return false;
    --budget_.nodes;
    return true;
  }

  json::Budget& budget_;
  Remarks& remarks_;
  Origin origin_ = Origin::normal;
  json::Scanner scan_{{}};
  Extras extras_;
  std::vector<Misfit> misfits_;
  std::string path_;  // of the list being read, for remarks
  std::vector<std::pair<Year, std::int64_t>> series_;
  std::vector<Ulid> references_;
};

// Keys of Node::extras that hold causality of fields unknown here; never members of the record's line.
constexpr std::string_view extra_stamps = "*stamps", extra_others = "*others";

}  // namespace rancang
