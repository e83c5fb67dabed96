#include "persist/json_foreign.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <vector>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "persist/json_text.hpp"

namespace rancang::json {
namespace {
using Foreign = nlohmann::json;

// The keys of one open object. Few keys are compared one by one; a hostile object with thousands must not cost their square.
class KeySet {
 public:
  void clear() {
    few_.clear();
    many_.clear();
  }
  bool add(std::uint64_t key) {
    if (!many_.empty()) return many_.insert(key).second;
    if (std::find(few_.begin(), few_.end(), key) != few_.end()) return false;
    few_.push_back(key);
    if (few_.size() > most_few) many_.insert(few_.begin(), few_.end());
    return true;
  }

 private:
  static constexpr std::size_t most_few = 48;
  std::vector<std::uint64_t> few_;
  std::unordered_set<std::uint64_t> many_;
};

enum class Shape { scalar, object, array };
// Where a container stands that is handed on in parts instead of as one text.
enum class Place { root, records, type, causality, inside };

// nlohmann's SAX events → normal text of each part.
class Normaliser {
 public:
  Normaliser(std::string_view text, Budget& budget, std::size_t depth, PartSink* sink, std::string& out)
      : text_(text), budget_(budget), depth_(depth), sink_(sink), out_(out) {}

  bool null() { return scalar("null"); }
  bool boolean(bool value) { return scalar(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return scalar(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return scalar(std::to_string(value)); }
  bool number_float(double, std::string const& raw) { return raw.size() > budget_.limits.number_chars ? fail("file.number_too_long") : scalar(raw); }
  bool binary(Foreign::binary_t&) { return fail("file.wrong_shape"); }
  bool string(std::string const& value) {
    if (value.size() > budget_.limits.string_bytes) return fail("file.string_too_long");
    if (value.find('\0') != std::string::npos) return fail("file.nul");
    if (!begin_value(Shape::scalar)) return false;
    if (buffering()) append_string(out_, value);
    return end_value();
  }
  bool start_object(std::size_t) { return open(Shape::object, '{'); }
  bool start_array(std::size_t) { return open(Shape::array, '['); }
  bool end_object() { return close('}'); }
  bool end_array() { return close(']'); }
  bool key(std::string const& name);
  bool parse_error(std::size_t position, std::string const&, Foreign::exception const& problem);

  std::optional<Error> error;

 private:
  bool buffering() const { return part_depth_ <= places_.size(); }
  bool fail(std::string id, std::vector<std::string> args = {}) {
    error = rancang::error(std::move(id), std::move(args));
    return false;
  }
  bool scalar(std::string_view text) {
    if (!begin_value(Shape::scalar)) return false;
    if (buffering()) out_ += text;
    return end_value();
  }
  bool begin_value(Shape shape);
  bool end_value();
  bool open(Shape shape, char bracket);
  bool close(char bracket);
  bool enter(Shape shape, Place& place, bool& structural);
  bool begin_part(Shape shape);

  std::string_view text_;
  Budget& budget_;
  std::size_t depth_;           // of the text in its file
  PartSink* sink_;              // null: the whole text is one part
  std::string& out_;            // text of the part being read
  std::vector<Place> places_;   // of the open containers
  std::vector<KeySet> keys_;    // one per depth, reused
  std::string key_;             // last key of the innermost structural object
  bool comma_ = false;          // something stands before the next value in its container
  static constexpr std::size_t none = ~std::size_t{0};
  std::size_t part_depth_ = none;  // number of containers open around the part; none = outside of any
};

bool is_forbidden(std::string_view key) { return key == "__proto__" || key == "constructor" || key == "prototype"; }

bool Normaliser::key(std::string const& name) {
  if (name.size() > budget_.limits.key_bytes) return fail("file.key_too_long");
  if (is_forbidden(name)) return fail("file.forbidden_key", {name});
  if (name.find('\0') != std::string::npos) return fail("file.nul");
  if (!keys_[places_.size() - 1].add(hash64(name))) return fail("file.duplicate_key", {name});
  if (buffering()) {
    if (comma_) out_ += ',';
    append_string(out_, name);
    out_ += ':';
    comma_ = false;
  } else {
    key_ = name;
  }
  return true;
}

// A value of the file's frame: is it the start of a part? A frame container that has the wrong shape is told to the sink.
bool Normaliser::begin_part(Shape shape) {
  Place const around = places_.empty() ? Place::root : places_.back();
  if (around == Place::root && shape == Shape::scalar && places_.empty()) return sink_->wrong_shape("");
  if (around == Place::type && shape != Shape::object) return sink_->wrong_shape("records");
  part_depth_ = places_.size();
  out_.clear();
  comma_ = false;
  return true;
}

// Finds out whether a container belongs to the frame of the file.
bool Normaliser::enter(Shape shape, Place& place, bool& structural) {
  structural = true;
  if (places_.empty()) {
    place = Place::root;
    return shape == Shape::object || sink_->wrong_shape("");
  }
  Place const around = places_.back();
  if (around == Place::root && key_ == "records") {
    place = Place::records;
    return shape == Shape::object ? sink_->records() : sink_->wrong_shape("records");
  }
  if (around == Place::root && key_ == "causality") {
    place = Place::causality;
    return shape == Shape::object ? sink_->causality() : sink_->wrong_shape("causality");
  }
  if (around == Place::records) {
    place = Place::type;
    return shape == Shape::array ? sink_->type(key_) : sink_->wrong_shape(key_);
  }
  structural = false;
  return true;
}

bool Normaliser::begin_value(Shape shape) {
  if (budget_.nodes == 0) return fail("file.too_many_values");
  --budget_.nodes;
  if (!buffering()) {
    bool const framed = sink_ && !places_.empty() &&
                        (places_.back() == Place::records || (places_.back() == Place::root && (key_ == "records" || key_ == "causality")));
    if (framed && shape == Shape::scalar) return sink_->wrong_shape(key_);
    if (!sink_) part_depth_ = 0;
    else if (!begin_part(shape)) return false;
  }
  if (comma_) out_ += ',';
  return true;
}

bool Normaliser::end_value() {
  comma_ = true;
  if (part_depth_ != places_.size()) return true;
  if (!sink_) return true;
  part_depth_ = none;
  switch (places_.empty() ? Place::inside : places_.back()) {
    case Place::root: return sink_->member(key_, out_);
    case Place::type: return sink_->record(out_);
    case Place::causality: return sink_->entry(key_, out_);
    default: return sink_->wrong_shape("");
  }
}

bool Normaliser::open(Shape shape, char bracket) {
  if (depth_ + places_.size() >= budget_.limits.depth) return fail("file.too_deep");
  Place place = Place::inside;
  bool structural = false;
  if (sink_ && !buffering() && !enter(shape, place, structural)) return false;
  if (structural) {
    if (budget_.nodes == 0) return fail("file.too_many_values");
    --budget_.nodes;
  } else {
    if (!begin_value(shape)) return false;
    out_ += bracket;
  }
  comma_ = false;
  places_.push_back(place);
  if (keys_.size() < places_.size()) keys_.emplace_back();
  keys_[places_.size() - 1].clear();
  return true;
}

bool Normaliser::close(char bracket) {
  bool const structural = !buffering();
  places_.pop_back();
  if (structural) return true;
  out_ += bracket;
  return end_value();
}

bool Normaliser::parse_error(std::size_t position, std::string const&, Foreign::exception const& problem) {
  if (position > text_.size()) return fail("file.truncated");
  if (!utf8::is_valid(text_)) return fail("file.bad_utf8");
  auto const line = std::to_string(1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
  constexpr int number_overflow = 406;
  return problem.id == number_overflow ? fail("file.number_too_long") : fail("file.not_json", {line});
}
}  // namespace

Budget budget_for(std::size_t file_bytes, ReadLimits const& limits) { return {limits, std::max(limits.nodes, file_bytes / 4)}; }

std::optional<Error> parse_parts(std::string_view text, Budget& budget, PartSink& sink) {
  std::string part;
  Normaliser events(text, budget, 0, &sink, part);
  Foreign::sax_parse(text.begin(), text.end(), &events);
  return std::move(events.error);
}

std::optional<Error> normalise(std::string_view text, Budget& budget, std::size_t depth, std::string& out) {
  out.clear();
  Normaliser events(text, budget, depth, nullptr, out);
  Foreign::sax_parse(text.begin(), text.end(), &events);
  return std::move(events.error);
}

}  // namespace rancang::json
