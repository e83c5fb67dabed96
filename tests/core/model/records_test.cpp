#include "model/records.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "model/node.hpp"

using namespace rancang;

namespace {
template <class... R>
bool types_agree(TypeList<R...>) {
  return ((record_info(record_type<R>).name == Schema<R>::name && record_info(record_type<R>).fields.size() == arity<R>()) && ...);
}
bool is_key(std::string_view text) { return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos; }
}  // namespace

TEST_CASE("every record type is listed once, with its own name") {
  CHECK(types_agree(Records{}));
  REQUIRE(record_infos().size() == record_type_count);
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < record_type_count; ++i) {
    RecordInfo const& info = record_infos()[i];
    CHECK(index_of(info.type) == i);
    CHECK(is_key(info.name));
    CHECK(find_record_info(info.name) == &record_info(info.type));
    names.insert(info.name);
  }
  CHECK(names.size() == record_type_count);
  CHECK(find_record_info("nobody") == nullptr);
}

TEST_CASE("the tables of all records keep the rules that the rest of the product leans on") {
  for (auto const& info : record_infos()) {
    CAPTURE(info.name);
    CHECK(info.fields.size() < 0x40);  // fields are counted in six bits here and there
    std::set<std::string_view> keys;
    for (auto const& field : info.fields) {
      CAPTURE(field.key);
      CHECK(is_key(field.key));
      keys.insert(field.key);
      CHECK(field.rules.min <= field.rules.max);
      CHECK((field.rules.role != Role::title || field.type == ValueType::text));
      CHECK((field.rules.role != Role::order || field.type == ValueType::integer));
      CHECK((field.rules.merge != Merge::unite || field.type == ValueType::references));
      CHECK((field.enumeration != nullptr) == (field.type == ValueType::enumeration || field.element == Element::enumeration));
      CHECK((field.nested != nullptr) == (field.type == ValueType::list));
      CHECK((field.target != RecordType::none) == (field.type == ValueType::reference || field.type == ValueType::references));
      if (field.nested) {
        for (auto const& inner : field.nested->fields) CHECK(inner.nested == nullptr);
      }
      // The default of every member is an allowed value, or one that says that nothing is given.
      if (field.type == ValueType::year || field.type == ValueType::reference) CHECK(is_empty(field.get(info.blank)));
    }
    CHECK(keys.size() == info.fields.size());
    // What has no title is called after what it refers to.
    bool const refers = std::any_of(info.fields.begin(), info.fields.end(), [](FieldInfo const& field) { return field.type == ValueType::reference && field.rules.required; });
    CHECK((info.role_field(Role::title) >= 0 || refers));
  }
}

TEST_CASE("what is referred to stands before what refers, or is of the same type, so that files can be read in one pass") {
  for (auto const& info : record_infos())
    for (auto const& field : info.fields)
      if (field.target != RecordType::none) CHECK(index_of(field.target) <= index_of(info.type));
}

TEST_CASE("a node is made, cloned and compared by its fields") {
  for (auto const& info : record_infos()) {
    auto const node = make_node(info.type, {1, 2});
    CHECK(&node->info() == &record_info(info.type));
    CHECK_FALSE(node->is_alive());
    CHECK(node->title().empty());
    auto const copy = clone_node(*node);
    CHECK(copy->id == node->id);
    CHECK(copy->data() != node->data());
    CHECK(same_data(*copy, *node));
    if (info.role_field(Role::title) < 0) continue;
    auto const title = static_cast<std::size_t>(info.title_field());
    CHECK(info.fields[title].set(copy->data(), std::string("Judul")));
    CHECK(copy->title() == "Judul");
    CHECK(changed_fields(*node, *copy) == std::vector<std::uint8_t>{static_cast<std::uint8_t>(title)});
    CHECK(node->title().empty());
  }
}
