#include "persist/json_schema.hpp"

#include "model/records.hpp"
#include "persist/json_text.hpp"
#include "persist/plan_file.hpp"

namespace rancang {
namespace {
using TextOf = std::function<std::string(std::string_view key)>;

constexpr std::string_view ulid_pattern = "^[0-7][0-9A-HJKMNP-TV-Z]{25}$", replica_pattern = "^[0-9A-Za-z]{8}$";
constexpr std::string_view year_pattern = "^(19[0-9][0-9]|2[01][0-9][0-9]|2200)$";
constexpr std::string_view date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

// "key": for the member lists below; values are JSON already unless they are quoted here.
void member(std::string& out, std::string_view key, std::string_view json) {
  if (out.back() != '{') out += ", ";
  json::append_string(out, key);
  out += ": ";
  out += json;
}
std::string quoted(std::string_view text) {
  std::string out;
  json::append_string(out, text);
  return out;
}

std::string names(EnumInfo const& enumeration) {
  std::string out = "[";
  for (auto name : enumeration.names) (out += out.size() > 1 ? ", " : "") += quoted(name);
  return out + ", null]";
}

void limits(std::string& out, Rules const& rules, std::int64_t least, std::int64_t most) {
  member(out, "minimum", std::to_string(std::max(rules.min, least)));
  member(out, "maximum", std::to_string(std::min(rules.max, most)));
}

std::string row_schema(RecordInfo const& info, TextOf const& text_of);

std::string series_item(FieldInfo const& field) {
  std::string out = "{";
  if (field.element == Element::enumeration) {
    member(out, "enum", names(*field.enumeration));
  } else {
    member(out, "type", field.element == Element::decimal ? R"(["number", "null"])" : R"(["integer", "null"])");
    limits(out, field.rules, -money_limit, money_limit);
  }
  return out + "}";
}

void value_schema(std::string& out, FieldInfo const& field, TextOf const& text_of) {
  constexpr std::string_view reference = R"({"$ref": "#/$defs/id"})";
  switch (field.type) {
    case ValueType::text:
      member(out, "type", R"(["string", "null"])");
      member(out, "maxLength", std::to_string(field.rules.max_length));
      return;
    case ValueType::boolean: return member(out, "type", R"(["boolean", "null"])");
    case ValueType::integer:
    case ValueType::money:
      member(out, "type", R"(["integer", "null"])");
      return limits(out, field.rules, -money_limit, money_limit);
    case ValueType::year:
      member(out, "type", R"(["integer", "null"])");
      return limits(out, field.rules, year_min, year_max);
    case ValueType::decimal:
      member(out, "type", R"(["number", "null"])");
      return limits(out, field.rules, -decimal_limit_micros / micros_per_unit, decimal_limit_micros / micros_per_unit);
    case ValueType::date:
      member(out, "type", R"(["string", "null"])");
      return member(out, "pattern", quoted(date_pattern));
    case ValueType::enumeration: return member(out, "enum", names(*field.enumeration));
    case ValueType::reference:
      member(out, "anyOf", "[" + std::string(reference) + R"(, {"type": "null"}])");
      return member(out, "x-refers-to", quoted(record_info(field.target).name));
    case ValueType::references:
      member(out, "type", R"(["array", "null"])");
      member(out, "items", reference);
      return member(out, "x-refers-to", quoted(record_info(field.target).name));
    case ValueType::series:
      member(out, "type", R"(["object", "null"])");
      member(out, "patternProperties", "{" + quoted(year_pattern) + ": " + series_item(field) + "}");
      return member(out, "additionalProperties", "false");
    case ValueType::list:
      member(out, "type", R"(["array", "null"])");
      return member(out, "items", row_schema(*field.nested, text_of));
  }
}

std::string field_schema(std::string_view record, FieldInfo const& field, TextOf const& text_of) {
  std::string out = "{";
  std::string const key = "record." + std::string(record) + "." + std::string(field.key);
  if (text_of) {
    member(out, "title", quoted(text_of(key)));
    if (auto const help = text_of(key + ".help"); !help.empty()) member(out, "description", quoted(help));
  }
  value_schema(out, field, text_of);
  if (field.rules.required) member(out, "x-required", "true");
  return out + "}";
}

std::string row_schema(RecordInfo const& info, TextOf const& text_of) {
  std::string properties = "{";
  for (auto const& field : info.fields) member(properties, field.key, field_schema(info.name, field, text_of));
  return R"({"type": "object", "properties": )" + properties + "}}";
}

std::string record_schema(RecordInfo const& info, TextOf const& text_of) {
  std::string out = "    " + quoted(info.name) + R"(: {"type": "object", "required": ["id"], "properties": {)" + "\n      \"id\": {\"$ref\": \"#/$defs/id\"}";
  for (auto const& field : info.fields) out += ",\n      " + quoted(field.key) + ": " + field_schema(info.name, field, text_of);
  out += "\n    }";
  if (text_of) out += ", \"title\": " + quoted(text_of("record." + std::string(info.name)));
  return out + "}";
}

std::string records_schema() {
  std::string out = "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"array\", \"items\": {\"type\": \"object\"}}, \"properties\": {";
  for (auto const& info : record_infos()) {
    out += info.type == record_infos()[0].type ? "\n      " : ",\n      ";
    out += quoted(info.name) + R"(: {"type": "array", "items": {"$ref": "#/$defs/)" + std::string(info.name) + "\"}";
    out += info.single ? R"(, "x-single": true})" : "}";
  }
  return out + "\n    }}";
}

// Entries of causality: a dot is "replica:counter", the replica by its id or by its short name in this file.
constexpr std::string_view causality_schema = R"({"type": "object", "properties": {
      "*": {"type": "object", "properties": {"created_by": {"$ref": "#/$defs/replica"}, "short": {"type": "object", "additionalProperties": {"$ref": "#/$defs/replica"}}}}
    }, "additionalProperties": {"anyOf": [{"$ref": "#/$defs/dot"}, {"type": "object", "required": ["stamps", "alive"], "properties": {
      "seen": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}},
      "stamps": {"type": "object", "required": ["*"], "additionalProperties": {"$ref": "#/$defs/dot"}},
      "alive": {"type": "array", "items": {"$ref": "#/$defs/dot"}},
      "others": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "array", "minItems": 2, "maxItems": 2}}}
    }}]}})";
}  // namespace

std::string json_schema(TextOf const& text_of) {
  std::string out = "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": \"urn:rancang:plan:" + std::to_string(format_version) + "\",\n";
  out += "  \"type\": \"object\", \"required\": [\"format\", \"version\", \"records\"], \"properties\": {\n";
  out += "    \"format\": {\"const\": \"rancang\"},\n    \"version\": {\"type\": \"integer\", \"minimum\": 1},\n    \"kind\": {\"type\": \"string\"},\n";
  out += "    \"plan_id\": {\"anyOf\": [{\"$ref\": \"#/$defs/id\"}, {\"type\": \"null\"}]},\n    \"saved_at\": {\"type\": \"string\"},\n    \"app\": {\"type\": \"string\"},\n";
  out += "    \"replicas\": {\"type\": \"object\", \"propertyNames\": {\"$ref\": \"#/$defs/replica\"}, \"additionalProperties\": {\"type\": \"object\", \"properties\": {";
  out += "\"label\": {\"type\": \"string\"}, \"agency\": {\"$ref\": \"#/$defs/id\"}, \"day\": {\"type\": \"string\", \"format\": \"date\"}}}},\n    \"scope\": {},\n";
  out += "    \"records\": " + records_schema() + ",\n    \"causality\": ";
  out += causality_schema;
  out += ",\n    \"end\": {\"type\": \"object\", \"required\": [\"records\", \"checksum\"], \"properties\": {\"records\": {\"type\": \"integer\", \"minimum\": 0}, ";
  out += "\"checksum\": {\"type\": \"string\", \"pattern\": \"^[0-9a-f]{16}$\"}}}\n  },\n  \"$defs\": {\n";
  out += "    \"id\": {\"type\": \"string\", \"pattern\": " + quoted(ulid_pattern) + "},\n    \"replica\": {\"type\": \"string\", \"pattern\": " + quoted(replica_pattern) + "},\n";
  out += "    \"dot\": {\"type\": \"string\", \"pattern\": \"^[0-9A-Za-z]{1,8}:[1-9][0-9]*$\"}";
  for (auto const& info : record_infos()) out += ",\n" + record_schema(info, text_of);
  return out + "\n  }\n}\n";
}

}  // namespace rancang
