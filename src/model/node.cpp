#include "model/node.hpp"

namespace rancang {
namespace {
template <class R>
class TypedNode : public Node {
 public:
  TypedNode() : Node(record_type<R>, &record_) {}
  explicit TypedNode(TypedNode const& other) : Node(record_type<R>, &record_), record_(other.record_) {}

 private:
  R record_{};
};

struct Maker {
  std::shared_ptr<Node> (*make)();
  std::shared_ptr<Node> (*clone)(Node const&);
};

template <class... R>
constexpr std::array<Maker, sizeof...(R)> make_makers(TypeList<R...>) {
  return {Maker{[]() -> std::shared_ptr<Node> { return std::make_shared<TypedNode<R>>(); },
                [](Node const& node) -> std::shared_ptr<Node> { return std::make_shared<TypedNode<R>>(static_cast<TypedNode<R> const&>(node)); }}...};
}
constexpr auto makers = make_makers(Records{});
}  // namespace

std::string_view Node::title() const {
  RecordInfo const& about = info();
  return peek_text(about.fields[static_cast<std::size_t>(about.title_field())], data_);
}

std::shared_ptr<Node> make_node(RecordType type, Ulid id) {
  auto node = makers[index_of(type)].make();
  node->id = id;
  return node;
}

std::shared_ptr<Node> clone_node(Node const& node) {
  auto copy = makers[index_of(node.type)].clone(node);
  copy->id = node.id;
  copy->causal = node.causal;
  copy->extras = node.extras;
  return copy;
}

bool same_data(Node const& a, Node const& b) {
  for (auto const& field : a.info().fields)
    if (!field.equal(a.data(), b.data())) return false;
  return true;
}

std::vector<std::uint8_t> changed_fields(Node const& a, Node const& b) {
  std::vector<std::uint8_t> out;
  auto const fields = a.info().fields;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (!fields[i].equal(a.data(), b.data())) out.push_back(static_cast<std::uint8_t>(i));
  return out;
}

}  // namespace rancang
