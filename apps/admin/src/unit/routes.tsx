export { RecommendationPage } from './recommendation-page.js';
export { TodoListPage } from './todo-list-page.js';
