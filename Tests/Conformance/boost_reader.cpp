// Prints what Boost.Graph has understood of a GraphML or DOT file, as JSON: nodes by their place in the file, or in DOT by
// their name, and edges by their ends.
//
// usage: boost_reader FILE.graphml|FILE.dot

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;
using Values = std::map<std::string, std::string>;

std::map<Vertex, Values> ofVertices;
std::map<const void*, Values> ofEdges;

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (unsigned char byte : text) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "\\u%04x", byte);
    if (byte < 0x20) result += digits;
    else if (byte == '"' || byte == '\\') (result += '\\') += char(byte);
    else result += char(byte);
  }
  return result + "\"";
}

std::string spelled(const boost::any& value) {
  char digits[40];
  if (auto text = boost::any_cast<std::string>(&value)) return quoted(*text);
  if (auto number = boost::any_cast<int>(&value)) return std::to_string(*number);
  if (auto number = boost::any_cast<long>(&value)) return std::to_string(*number);
  if (auto number = boost::any_cast<double>(&value)) {
    std::snprintf(digits, sizeof digits, "{\"double\":\"%.17g\"}", *number);
    return digits;
  }
  return "null";
}

// Takes whatever is put under one name.
struct Column : boost::dynamic_property_map {
  const std::string name;
  explicit Column(std::string name) : name(std::move(name)) {}
  void put(const boost::any& key, const boost::any& value) override {
    if (auto vertex = boost::any_cast<Vertex>(&key)) ofVertices[*vertex][name] = spelled(value);
    if (auto edge = boost::any_cast<Edge>(&key)) ofEdges[edge->get_property()][name] = spelled(value);
  }
  boost::any get(const boost::any&) override { return {}; }
  std::string get_string(const boost::any&) override { return ""; }
  // Any type of key finds the column, so that nodes and edges share one where they share a name.
  const std::type_info& key() const override { return typeid(void); }
  const std::type_info& value() const override { return typeid(void); }
};

std::string object(const Values& values) {
  std::string result = "{";
  for (auto& [name, value] : values) result += (result.size() > 1 ? "," : "") + quoted(name) + ":" + value;
  return result + "}";
}

int main(int count, char** arguments) {
  if (count != 2) return 64;
  const std::string path = arguments[1];
  std::ifstream file(path);
  Graph graph;
  boost::dynamic_properties properties(
      [](const std::string& name, const boost::any&, const boost::any&) -> boost::shared_ptr<boost::dynamic_property_map> {
        return boost::make_shared<Column>(name);
      });
  try {
    if (path.ends_with(".graphml")) boost::read_graphml(file, graph, properties);
    else boost::read_graphviz(file, graph, properties, "node_id");
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << "\n";
    return 65;
  }
  std::cout << "{\"nodes\":[";
  for (Vertex vertex = 0; vertex < num_vertices(graph); ++vertex)
    std::cout << (vertex ? "," : "") << object(ofVertices[vertex]);
  std::cout << "],\"edges\":[";
  bool isFirst = true;
  for (auto [next, end] = edges(graph); next != end; ++next, isFirst = false) {
    const Edge edge = *next;
    std::cout << (isFirst ? "[" : ",[") << source(edge, graph) << "," << target(edge, graph) << ","
              << object(ofEdges[edge.get_property()]) << "]";
  }
  std::cout << "]}\n";
}
