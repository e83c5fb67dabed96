#include "edit/settle.hpp"

namespace rancang {

SetCells settling(Node const& node, std::uint8_t field, Value value, Dot side) {
  SetCells out;
  for (std::uint8_t each : with_groups(node.info(), {field})) {
    if (each == field) {
      out.cells.push_back({node.type, node.id, each, value});
      continue;
    }
    Value other = node.get(each);
    for (auto& one : field_values(node, each))
      if (side && one.dot == side) other = std::move(one.value);
    out.cells.push_back({node.type, node.id, each, std::move(other)});
  }
  return out;
}

}  // namespace rancang
